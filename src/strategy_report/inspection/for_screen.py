"""The checks of a file for tablets and the web, in the order they are told."""

from __future__ import annotations

from strategy_report.inspection.screen_contrast import colours_can_be_told
from strategy_report.inspection.screen_metadata import (
    attachments_are_explained,
    both_places_agree,
    claims_are_stated,
    readers_may_read,
    title_and_language,
    ways_through,
)
from strategy_report.inspection.screen_structure import (
    figures,
    headings,
    is_tagged,
    links,
    lists,
    notes,
    order_of_reading,
    tables,
    tree_and_pages_agree,
)
from strategy_report.inspection.screen_targets import links_lead_somewhere
from strategy_report.inspection.screen_text import fonts, text_by_the_fonts

FOR_SCREEN = (
    title_and_language,
    both_places_agree,
    claims_are_stated,
    readers_may_read,
    attachments_are_explained,
    ways_through,
    is_tagged,
    tree_and_pages_agree,
    order_of_reading,
    headings,
    figures,
    tables,
    lists,
    notes,
    links,
    links_lead_somewhere,
    fonts,
    text_by_the_fonts,
    colours_can_be_told,
)
