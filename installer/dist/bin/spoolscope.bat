@echo off
rem Starts Spoolscope on a Java that it finds by itself: JAVA_HOME, then the PATH, then the usual
rem places under Program Files. SPOOLSCOPE_JAVA_OPTS adds options for the JVM.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDS=25"
set "HOME_DIR=%~dp0.."
set "FOUND="
set "OLDEST="

if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
if not defined FOUND for /d %%V in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%ProgramFiles%\RedHat\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\temurin%NEEDS%-jdk\current") do call :try "%%~V"
if not defined FOUND goto :none

rem Commands that are over in seconds need no JavaFX.
set "OPTIONS="
for %%C in (events summary) do if "%~1"=="%%C" set "OPTIONS=files"
for %%C in (doctor check check-ip queue hold release requeue delete expire retry flush undo generate) do if "%~1"=="%%C" set "OPTIONS=commands"
if defined OPTIONS goto :quick

"%FOUND%" "@%HOME_DIR%\lib\jvm.options" --module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls %SPOOLSCOPE_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.spoolscope.app.Main %*
exit /b %ERRORLEVEL%

:quick
"%FOUND%" "@%HOME_DIR%\lib\%OPTIONS%.options" %SPOOLSCOPE_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.spoolscope.app.Main %*
exit /b %ERRORLEVEL%

:none
if not defined OLDEST set "OLDEST=no Java at all"
echo Spoolscope needs Java %NEEDS% or later, and found %OLDEST%. 1>&2
echo Install one; it need not be the default java: 1>&2
echo   winget install EclipseAdoptium.Temurin.%NEEDS%.JRE 1>&2
echo or set JAVA_HOME to the folder of one. 1>&2
exit /b 2

rem Takes a Java home if its "release" file names a version that is new enough.
:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION="
for /f "usebackq tokens=1,2 delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
for /f "tokens=1 delims=.-+_" %%M in ("%VERSION%") do set "MAJOR=%%M"
if not defined VERSION exit /b 0
if %MAJOR% GEQ %NEEDS% (
  set "FOUND=%~1\bin\java.exe"
) else (
  if not defined OLDEST set "OLDEST=Java %MAJOR% in %~1"
)
exit /b 0
