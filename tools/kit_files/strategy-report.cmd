@echo off
"%~dp0.venv\Scripts\strategy-report.exe" %*
