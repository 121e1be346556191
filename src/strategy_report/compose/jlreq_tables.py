"""The tables of JLREQ (W3C, Requirements for Japanese Text Layout, Appendix B to E) as data.

A row is the class before, a column the class after, both in the order of `CLASS_NUMBERS`; where a
table has one more column it is the line end. What was read cell by cell from the standard is
written here in letters of our own, so that a row can be checked against the printed table by eye.
"""

from __future__ import annotations

# cl-17 and cl-18 have no rows of their own in the standard; they are set as cl-19.
CLASS_NUMBERS = (*range(1, 17), *range(19, 31))

# Table 1, natural space. b a: a quarter em of the character before, after. B A: half an em of it.
# 2: a quarter of each. 3: half of the one before and a quarter of the one after. -: cannot occur.
SPACING = (
    "....a.....................-.-",  # cl-01
    "B.BBa..BBBBBB.BBB.BBBBBBBB.BB",  # cl-02
    "A...a........................",  # cl-03
    "A...a.............b..bb.b....",  # cl-04
    "bbbb2bbbbbbbbbbbbbbbbbbbbbbbb",  # cl-05
    "B.BB3..BBBBBBBBBB.BBBBBBBBBBB",  # cl-06
    "B.BB3..BBBBBBBBBB.BBBBBBBBBBB",  # cl-07
    "A...a........................",  # cl-08
    "A...a.............b..bb.b....",  # cl-09
    "A...a.............b..bb.b....",  # cl-10
    "A...a.............b..bb.b....",  # cl-11
    "A...a.....................-.-",  # cl-12
    "A...a........................",  # cl-13
    "....a........................",  # cl-14
    "A...a.............b..bb.b....",  # cl-15
    "A...a.............b..bb.b....",  # cl-16
    "A...a.............b..bb.b....",  # cl-19
    "A...a........................",  # cl-20
    "A...a...aaa...aaa..aa....b.a.",  # cl-21
    "A...a.............b..bb.b.-..",  # cl-22
    "A...a.............b..bb.b.-..",  # cl-23
    "A...a...aaa...aaa..aa.b..b.a.",  # cl-24
    "A...a...aaa...aaa..aab...b.a.",  # cl-25
    "A...a........................",  # cl-26
    "A...a...aaa...aaa..aa.b..b.a.",  # cl-27
    ".------.---......-.--....--.-",  # cl-28
    "A...a.............a..aa.a.-..",  # cl-29
    "A...a.............b..bb.b....",  # cl-30
)

# Table 2, very strict: o: a line may end between them. =: unless they are the same character.
# Where the table refers to a note, the note is told here: no break between ？！ and the full-width
# space that belongs to them, within a complex, a word, or between a number and its postfix.
BREAKS = (
    "............................",  # cl-01
    "o......o...oooooo.oooooooo.o",  # cl-02
    "o......o...oooooo.oooooooo.o",  # cl-03
    "o......o...oo.ooo.oooooooo.o",  # cl-04
    "o......o...oooooo.oooooooo.o",  # cl-05
    "o......o...oooooo.oooooooo.o",  # cl-06
    "o......o...oooooo.oooooooo.o",  # cl-07
    "o......=...oooooo.oooooooo.o",  # cl-08
    "o......o...oooooo.oooooooo.o",  # cl-09
    "o......o...oooooo.oooooooo.o",  # cl-10
    "o......o...oooooo.oooooooo.o",  # cl-11
    "............................",  # cl-12
    "o......o...oooooo.oooooooo.o",  # cl-13
    "o......o...oooooo.oooooooo.o",  # cl-14
    "o......o...oooooo.oooooooo.o",  # cl-15
    "o......o...oooooo.oooooooo.o",  # cl-16
    "o......o...oooooo.oooooooo.o",  # cl-19
    "o......o...oooooo.oooooooo.o",  # cl-20
    "o......o...oooooo..ooooooo.o",  # cl-21
    "o......o...oooooo.o.oooooo.o",  # cl-22
    "o......o...oooooo.oooooooo.o",  # cl-23
    "o......o...o.oooo.ooo.oooo.o",  # cl-24
    "o......o...oooooo.oooo.o.o.o",  # cl-25
    "o......o...oooooo.oooooooo.o",  # cl-26
    "o......o...oooooo.ooo..o.o.o",  # cl-27
    "............................",  # cl-28
    "o......o...oooooo.oooooooo.o",  # cl-29
    "o......o...oooooo.oooooooo..",  # cl-30
)

# Tables 3 and 4, the step in which the space of Table 1 is reduced: 2 the line end's half em, whole
# or not at all; 3 the quarters of a middle dot at the line end; 4 a middle dot's quarter to
# nothing; 5 half an em to nothing; 6 a quarter to an eighth. x: both quarters (4). y: the middle
# dot's quarter alone (4). z: the comma's half (5) and the middle dot's quarter (4).
REDUCTION = (
    "....4.....................-.-",  # cl-01
    "5.554..555555.555.55555555.52",  # cl-02
    "5...4........................",  # cl-03
    "5...4.............6..66.6....",  # cl-04
    "4444x444444444444444444444443",  # cl-05
    "....y.......................2",  # cl-06
    "5.55z..5555555555.55555555552",  # cl-07
    "5...4........................",  # cl-08
    "5...4.............6..66.6....",  # cl-09
    "5...4.............6..66.6....",  # cl-10
    "5...4.............6..66.6....",  # cl-11
    "5...4.....................-.-",  # cl-12
    "5...4........................",  # cl-13
    "....4........................",  # cl-14
    "5...4.............6..66.6....",  # cl-15
    "5...4.............6..66.6....",  # cl-16
    "5...4.............6..66.6....",  # cl-19
    "5...4........................",  # cl-20
    "5...4...666...666..66....6.6.",  # cl-21
    "5...4.............6..66.6.-..",  # cl-22
    "5...4.............6..66.6.-..",  # cl-23
    "5...4...666...666..66....6.6.",  # cl-24
    "5...4...666...666..666...6.6.",  # cl-25
    "5...4........................",  # cl-26
    "5...4...666...666..66.6..6.6.",  # cl-27
    ".------.---......-.--....--.-",  # cl-28
    "5...4.............6..66.6.-..",  # cl-29
    "5...4.............6..66.6....",  # cl-30
)

# Table 6, the step in which space is added: 2 Japanese and Western up to half an em, 3 up to a
# quarter em, 4 evenly (never used here). d: 3 between different characters only.
EXPANSION = (
    "............................",  # cl-01
    "4......4...444444.44444444.4",  # cl-02
    "4......4...444444.44444444.4",  # cl-03
    "4......4...444444.24422424.4",  # cl-04
    "4......4...444444.44444444.4",  # cl-05
    "4......4...444444.44444444.4",  # cl-06
    "4......4...444444.44444444.4",  # cl-07
    "4......d333334333.33344433.3",  # cl-08
    "4......4333334333.23322423.3",  # cl-09
    "4......4333334333.23322423.3",  # cl-10
    "4......4333334333.23322423.3",  # cl-11
    ".......333333.333.333.3433.3",  # cl-12
    "4......3333334333.33333433.3",  # cl-13
    "4......4...444444.44444444.4",  # cl-14
    "4......3333334333.23322423.3",  # cl-15
    "4......3333334333.23322423.3",  # cl-16
    "4......3333334333.23322423.3",  # cl-19
    "4......3333334333.33333433.3",  # cl-20
    "4......3222334222.32233433.2",  # cl-21
    "4......3333334333.23322423.3",  # cl-22
    "4......3333334333.23322423.3",  # cl-23
    "4......32223.4222.322.44.2.2",  # cl-24
    "4......3222334222.3224.4.2.2",  # cl-25
    "4.444444444444444444444444.4",  # cl-26
    "4......3222334222.322..4.2.2",  # cl-27
    "............................",  # cl-28
    "4......3333334333.23322423.3",  # cl-29
    "4......3333334333.23322423.3",  # cl-30
)
