using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests on papers, for the table over all rpcs.</summary>
internal sealed class PaperSamples(MunicipalitiesHost host) : ISampleRequests
{
    private static int _day;

    public void AddTo(Samples samples) => samples
        .Add(async () => Shared(await new RoundWays(host).DraftAsync()))
        .Add(async () => Own(await new RoundWays(host).DraftAsync(), "GM0106"))
        .Add(() => Rule("GM0106"))
        .Add(async () => new WritePaperRequest
        {
            Kind = PaperKind.CouncilLetter, Format = PaperFormat.Html, RoundId = await new RoundWays(host).DraftAsync(), MunicipalityId = "GM0106",
        });

    public static SetSharedTextRequest Shared(string round) => new()
    {
        RequestId = GeneratedRequest.NewId(), RoundId = round, Kind = PaperKind.CouncilProposal,
        Sections = { new PaperSection { Heading = "Aanleiding", Text = "De regio heeft een nieuwe visie." } },
    };

    public static SetOwnTextRequest Own(string round, string municipality) => new()
    {
        RequestId = GeneratedRequest.NewId(), RoundId = round, Kind = PaperKind.CouncilProposal, MunicipalityId = municipality,
        Sections = { new PaperSection { Heading = "Eigen inzet", Text = "Wat dit voor Assen betekent." } }, Summary = "In het kort.",
    };

    /// <summary>From a day on which no rule begins yet.</summary>
    public static SetPublicationRuleRequest Rule(string municipality)
    {
        var day = new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref _day));
        return new()
        {
            RequestId = GeneratedRequest.NewId(),
            Rule = new()
            {
                MunicipalityId = municipality, Medium = "Schakel", MostLines = 5, LineCharacters = 90,
                StartDate = new() { Year = day.Year, Month = day.Month, Day = day.Day }, Source = new() { Title = "Afspraak met de griffie" },
            },
        };
    }
}
