# Makes target\installer\Spoolscope-VERSION.msi, on Windows with a JDK 25 in JAVA_HOME and the WiX toolset, which
# jpackage calls, on the PATH. Not tried: see ..\README.md.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

$version = ([xml](Get-Content pom.xml)).project.version -replace '-SNAPSHOT$', ''
$dist = 'target\spoolscope\lib'
$input = 'target\installer\input'
mvn -q package '-DskipTests'
Remove-Item -Recurse -Force target\installer -ErrorAction Ignore
New-Item -ItemType Directory $input | Out-Null
Copy-Item "$dist\*.jar" $input

function Get-Options($name) {
    Get-Content "$dist\$name.options" | Where-Object { $_ -and -not $_.StartsWith('#') }
}

# The same program with a console, for what is typed: spoolscope-cli queue mail1.
$properties = 'target\installer\cli.properties'
Set-Content $properties @("win-console=true", "java-options=$((Get-Options 'commands') -join ' ')")

$options = Get-Options 'jvm' | ForEach-Object { '--java-options', $_ }
& "$env:JAVA_HOME\bin\jpackage" --type msi --name Spoolscope --app-version $version --vendor 'The Spoolscope authors' `
    --description 'A console for people who run Postfix mail servers' --license-file LICENSE `
    --icon assets\icon\spoolscope.ico --win-menu --win-shortcut-prompt --win-dir-chooser --win-per-user-install `
    --win-upgrade-uuid 5f0f2b0e-6f0a-4d4e-9a5a-3b1c5d2e7a90 --add-launcher "spoolscope-cli=$properties" `
    --input $input --main-jar spoolscope.jar --main-class org.spoolscope.app.Main `
    --module-path "$dist\javafx" --add-modules (Get-Content installer\modules) `
    --jlink-options '--strip-debug --no-header-files --no-man-pages --generate-cds-archive' `
    $options --dest target\installer
