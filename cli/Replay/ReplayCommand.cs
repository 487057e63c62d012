using System.CommandLine;
using System.Globalization;
using Regio.Cli.Suite;
using Spectre.Console;

namespace Regio.Cli.Replay;

internal static class ReplayCommand
{
    private const string BrokerVariable = "ConnectionStrings__bus";

    public static Command Create()
    {
        var queue = new Argument<string?>("QUEUE")
        {
            Description = "A queue of a consumer, or one of those set aside; all of them without it.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var list = new Option<bool>("--list") { Description = "Only show what was set aside and why." };
        return new Command("replay", "Moves messages that were set aside back to the queue they came from.") { queue, list }
            .Does(async (line, cancellation) =>
            {
                var queues = line.GetValue(queue) is { } name
                    ? SetAsideQueue.Named(name)
                    : KnownQueues.All.SelectMany(SetAsideQueue.Beside);
                await using var errors = await ErrorQueues.OpenAsync(await BrokerAsync(cancellation), cancellation);
                if (line.GetValue(list))
                    await ListAsync(errors, queues, cancellation);
                else
                    await ReplayAsync(errors, queues, cancellation);
                return 0;
            });
    }

    private static async Task<Uri> BrokerAsync(CancellationToken cancellationToken) =>
        Environment.GetEnvironmentVariable(BrokerVariable) is { Length: > 0 } given
            ? new Uri(given)
            : await StateFolder.Find().BrokerAsync(cancellationToken);

    private static async Task ListAsync(ErrorQueues errors, IEnumerable<SetAsideQueue> queues, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("Queue", "Messages", "First message", "Since", "Reason");
        foreach (var column in table.Columns)
            column.NoWrap().PadRight(3);
        foreach (var queue in queues)
        {
            if (await errors.LookAsync(queue, cancellationToken) is not { Count: > 0 } found)
                continue;
            table.AddRow(
                new Text(queue.Name),
                new Text(found.Count.ToString(CultureInfo.InvariantCulture)),
                new Text(found.First?.MessageId ?? ""),
                new Text(found.First?.At ?? ""),
                new Text(found.First?.Reason ?? ""));
        }

        if (table.Rows.Count == 0)
            Console.WriteLine("Nothing was set aside.");
        else
            Output.Create().Write(table);
    }

    private static async Task ReplayAsync(ErrorQueues errors, IEnumerable<SetAsideQueue> queues, CancellationToken cancellationToken)
    {
        var total = 0u;
        foreach (var queue in queues)
        {
            var moved = await errors.ReplayAsync(queue, cancellationToken);
            if (moved > 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moved} from {queue.Name} back to {queue.Origin}"));
            total += moved;
        }

        Console.WriteLine(total == 0 ? "Nothing was set aside." : string.Create(CultureInfo.InvariantCulture, $"{total} moved."));
    }
}
