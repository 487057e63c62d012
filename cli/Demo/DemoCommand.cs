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
        return new Command("demo", "Shares out a cost over twelve municipalities and shows it in the monitor.") { directory, json }
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
        using var reporting = GrpcChannel.ForAddress(await state.AddressAsync("reporting", Endpoint.Grpc, cancellationToken));
        using var pages = new HttpClient
        {
            BaseAddress = await state.AddressAsync("reporting", Endpoint.Http, cancellationToken),
            Timeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            await new RegisterSteps(caller, municipalities, journal, time).RunAsync(cancellationToken);
            var allocated = await new CostSteps(caller, municipalities, journal).RunAsync(cancellationToken);
            await new MonitorSteps(caller, reporting, pages, journal, time).RunAsync(allocated, directory, cancellationToken);
            journal.End($"Done: {Output.Euros(PublishedFigures.AmountCents)} shared out to the cent, and in the monitor.");
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
