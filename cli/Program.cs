using System.CommandLine;
using Regio.Cli.Demo;
using Regio.Cli.ReadLog;
using Regio.Cli.Replay;
using Regio.Cli.Suite;
using Regio.Cli.Tokens;

const int wrongUsage = 2;

var root = new RootCommand("The client of Regio behind ./regio.")
{
    StatusCommand.Create(TimeProvider.System),
    WaitCommand.Create(TimeProvider.System),
    TokenCommand.Create(TimeProvider.System),
    DemoCommand.Create(TimeProvider.System),
    ReplayCommand.Create(),
    VerifyReadLogCommand.Create(TimeProvider.System),
};

var line = root.Parse(args);
if (line.Errors.Count == 0)
    return await line.InvokeAsync();

foreach (var error in line.Errors)
    await Console.Error.WriteLineAsync($"regio: {error.Message}");
await Console.Error.WriteLineAsync("See ./regio help.");
return wrongUsage;
