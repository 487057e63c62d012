using System.CommandLine;
using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Cli.Suite;
using Regio.Cli.Tokens;

namespace Regio.Cli.Demo;

internal static class DemoCommand
{
    public static Command Create(TimeProvider time)
    {
        var json = new Option<bool>("--json") { Description = "Tell the steps as JSON." };
        var directory = new Option<string>("--out")
        {
            Description = "Where the reports are left.",
            DefaultValueFactory = _ => "demo-out",
        };
        return new Command("demo", "Shares out a cost, buys care, brings a case to the expert table, and shows all of it in the monitor.") { directory, json }
            .Does(async (line, cancellation) =>
            {
                await RunAsync(line.GetRequiredValue(directory), new Journal(line.GetValue(json)), time, cancellation);
                return 0;
            });
    }

    private static async Task RunAsync(string directory, Journal journal, TimeProvider time, CancellationToken cancellationToken)
    {
        var state = StateFolder.Find();
        var caller = new Caller(await TokenCommand.SigningKeyAsync(state, cancellationToken), time);
        using var municipalities = GrpcChannel.ForAddress(await state.AddressAsync("municipalities", Endpoint.Grpc, cancellationToken));
        using var procurement = GrpcChannel.ForAddress(await state.AddressAsync("procurement", Endpoint.Grpc, cancellationToken));
        using var expertTable = GrpcChannel.ForAddress(await state.AddressAsync("experttable", Endpoint.Grpc, cancellationToken));
        using var reporting = GrpcChannel.ForAddress(await state.AddressAsync("reporting", Endpoint.Grpc, cancellationToken));
        using var pages = new HttpClient
        {
            BaseAddress = await state.AddressAsync("reporting", Endpoint.Http, cancellationToken),
            Timeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            var monitor = new MonitorSteps(caller, reporting, pages, journal, time);
            var before = await monitor.ReadAsync(cancellationToken);
            await new RegisterSteps(caller, municipalities, journal, time).RunAsync(cancellationToken);
            var allocated = await new CostSteps(caller, municipalities, journal).RunAsync(cancellationToken);
            await new ContractSteps(caller, procurement, journal, time).RunAsync(cancellationToken);
            var cases = new CaseSteps(caller, expertTable, journal, time);
            var decided = await cases.RunAsync(cancellationToken);
            var reason = await new PurchaseSteps(caller, procurement, journal, time).GrantAsync(decided.Purchases[0].Id, cancellationToken);
            await cases.SeePurchaseAsync(decided, reason, cancellationToken);
            await monitor.RunAsync(before, allocated, directory, cancellationToken);
            journal.End($"Done: {Output.Euros(PublishedFigures.AmountCents)} shared out to the cent, a contract signed and a case decided, all in the monitor.");
        }
        catch (RefusedException refused)
        {
            throw new CommandFailedException($"a call did not succeed: {refused.Message} (trace {refused.TraceId})");
        }
        catch (HttpRequestException unreachable)
        {
            throw new CommandFailedException($"a page could not be fetched: {unreachable.Message}");
        }
    }
}
