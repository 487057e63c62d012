using System.CommandLine;
using System.Globalization;
using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Cli.Suite;
using Regio.Cli.Tokens;
using Regio.ExpertTable.V1;

namespace Regio.Cli.ReadLog;

/// <summary>Checks the chain of the read log of the expert table, and against the anchor that an earlier check kept.</summary>
internal static class VerifyReadLogCommand
{
    private const string Role = "privacy-officer";

    // So that each call stays well within its deadline.
    private const int LinesAtOnce = 200_000;

    public static Command Create(TimeProvider time)
    {
        var anchor = new Option<string?>("--anchor")
        {
            Description = "A file that keeps the end of the chain from one check to the next; made when it is not there. Keep it away from the database.",
        };
        return new Command("verify-read-log", "Checks that nobody changed the log of who read which case.") { anchor }
            .Does(async (line, cancellation) =>
            {
                var state = StateFolder.Find();
                var caller = new Caller(await TokenCommand.SigningKeyAsync(state, cancellation), time);
                using var channel = GrpcChannel.ForAddress(await state.AddressAsync("experttable", Endpoint.Grpc, cancellation));
                var file = line.GetValue(anchor) is { } path ? new AnchorFile(path) : null;
                return await RunAsync(caller, new ReadLogService.ReadLogServiceClient(channel), file, cancellation);
            });
    }

    private static async Task<int> RunAsync(Caller caller, ReadLogService.ReadLogServiceClient log, AnchorFile? file, CancellationToken cancellationToken)
    {
        var kept = file is null ? null : await file.ReadAsync(cancellationToken);
        var request = new VerifyReadLogRequest { LineLimit = LinesAtOnce, Kept = kept };
        var total = 0L;
        VerifyReadLogResponse answer;
        try
        {
            do
            {
                answer = (await caller.AskAsync(Role, options => log.VerifyReadLogAsync(request, options), cancellationToken)).Value;
                total += answer.CheckedCount;
                request.After = answer.Head;
                if (kept is not null && answer.Head?.Number >= kept.Number)
                    request.Kept = null;
            }
            while (answer.More);
        }
        catch (RefusedException refused)
        {
            throw new CommandFailedException($"the log could not be checked: {refused.Message} (trace {refused.TraceId})");
        }

        if (!answer.Whole)
            throw new CommandFailedException(string.Create(
                CultureInfo.InvariantCulture, $"the read log is not whole: {answer.Fault.Kind} at line {answer.Fault.Number}; {total} lines before it are."));
        if (file is not null && answer.Head is { } head)
            await file.WriteAsync(head, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The read log is whole: {total} lines{(kept is null ? "" : $", through the anchor at {kept.Number}")}."));
        return 0;
    }
}
