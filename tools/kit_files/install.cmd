@echo off
rem Installs strategy_report beside this file, without internet. Deleting the folder removes it.
setlocal
cd /d "%~dp0"
echo strategy_report {version} を入れます。ネットにつながっていなくても入ります。
py -{python} --version >nul 2>&1
if errorlevel 1 goto no_python
if not exist .venv\Scripts\python.exe py -{python} -m venv .venv
if errorlevel 1 goto failed
.venv\Scripts\python.exe -m pip install --quiet --no-index --find-links wheels --require-hashes -r requirements.txt
if errorlevel 1 goto failed
.venv\Scripts\python.exe -m pip install --quiet --no-index --no-deps --force-reinstall {wheel}
if errorlevel 1 goto failed
.venv\Scripts\strategy-report.exe --version
if errorlevel 1 goto failed
echo 入りました。使い方は「はじめに.txt」と「手引き.md」にあります。
pause
exit /b 0

:no_python
echo Python {python}（64 ビット版）がありません。
echo 先に Python {python} を入れてから、もう一度このファイルを開いてください。
pause
exit /b 1

:failed
echo 途中で止まりました。この画面の文を写して、担当の人に見せてください。
pause
exit /b 1
