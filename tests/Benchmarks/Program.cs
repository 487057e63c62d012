using Regio.Benchmarks;
using Regio.Benchmarks.Rows;
using Regio.Benchmarks.Servers;

if (args is ["bare", ..])
    return await BareServer.RunAsync(args[1..]);
if (args is ["unlogged", ..])
    return await UnloggedTable.RunAsync(args[1..]);

// The way of an event comes first: the others leave messages behind for a reader that does not run then. A file is read in
// where the figures of a country are, if both are asked for.
IRow[] rows =
[
    new EventLag(), new ReferenceRead(), new DatabaseRead(), new ContractPosition(), new Write(), new MonitorScale(), new TrajectoryScale(), new BulkImport(), new Memory(), new Owed(),
    new CaseOpening(), new CareMessageReading(), new CareIntake(), new DashboardIntake(), new Up(),
];
var names = args.Where(argument => argument is not ("--quick" or "--scale")).ToList();
if (names.FirstOrDefault(name => rows.All(row => row.Name != name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"regio: no benchmark is called '{unknown}'; there are {string.Join(", ", rows.Select(row => row.Name))}.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var chosen = names.Count == 0 ? rows : [.. rows.Where(row => names.Contains(row.Name, StringComparer.Ordinal))];
try
{
    return await Run.AllAsync(chosen, args.Contains("--quick") ? Plan.Quick : args.Contains("--scale") ? Plan.Scale : Plan.Full, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("regio: stopped.");
    return 1;
}
