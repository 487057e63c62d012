using Regio.Documents;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Handover;
using Regio.Municipalities.Papers;
using Regio.Municipalities.ReferenceData;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.Tests.Rounds;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Papers;

/// <summary>One of each paper, from the regional vision as it might have gone.</summary>
internal static class PaperSet
{
    private const string AaEnHunze = "GM1680";
    private static readonly DateOnly Today = Drenthe.Day("2026-06-01");

    public static IReadOnlyDictionary<string, Func<Document>> All { get; } = new Dictionary<string, Func<Document>>
    {
        ["stand-van-zaken"] = () => RoundPapers.StateOfAffairs(OfRegion()),
        ["nota-van-beantwoording"] = () => RoundPapers.ResponseMemo(OfRegion()),
        ["annotatie"] = () => RoundPapers.Annotation(OfRegion()),
        ["raadsvoorstel"] = () => CouncilPapers.Proposal(OfMunicipality(PaperKind.CouncilProposal)),
        ["raadsinformatiebrief"] = () => CouncilPapers.Letter(OfMunicipality(PaperKind.CouncilLetter)),
        ["raadsvoorstel-zonder-tekst"] = () => CouncilPapers.Proposal(OfMunicipality(PaperKind.CouncilProposal) with { Shared = null, Own = null, Rule = null }),
        ["verdeling"] = () => AllocationLetter.Of(Allocation(), Key(), Municipality(AaEnHunze), "Jeugdhulpregio Drenthe", Today),
        ["overdrachtsdossier"] = () => HandoverPaper.Of(Content(), "Jeugdhulpregio Drenthe"),
    };

    public static PublicationRule Schakel(int mostLines = 5) => new()
    {
        MunicipalityId = AaEnHunze, StartsOn = Drenthe.Day("2024-01-01"), Medium = "Schakel", MostLines = mostLines, LineCharacters = 90, Source = new Source("Raadsvoorstel", ""),
    };

    private static RoundPaper OfRegion() => new() { Round = Vision(), Sender = "Jeugdhulpregio Drenthe", Day = Today };

    private static RoundPaper OfMunicipality(PaperKind kind) => OfRegion() with
    {
        Municipality = Municipality(AaEnHunze),
        Shared = Text(kind, PaperText.Shared, "", new PaperSection("Aanleiding", "De regio heeft een nieuwe visie gemaakt.\nDe raden stellen haar vast."), new PaperSection("Financiën", "De visie zelf kost niets.")),
        Own = Text(kind, AaEnHunze, "De raad besluit over de regiovisie.", new PaperSection("Inzet van Aa en Hunze", "De opmerkingen van de raad komen terug in de uitvoering.")),
        Rule = Schakel(),
    };

    private static PaperText Text(PaperKind kind, string municipality, string summary, params PaperSection[] sections)
    {
        var text = new PaperText { RoundId = Guid.Empty, Kind = kind, MunicipalityId = municipality };
        text.Set(sections, summary);
        return text;
    }

    private static Round Vision()
    {
        var round = Drenthe.Draft(RoundKind.RegionalVision);
        round.OpenPublicComment(Drenthe.Hash("concept"), Drenthe.Day("2025-08-01"), Drenthe.Day("2025-06-01"));
        round.RecordPublicComment("Cliëntenraad", Drenthe.Day("2025-07-01"), ["Betrek ervaringsdeskundigen."], Drenthe.Day("2025-07-01"));
        round.OpenViews(Drenthe.Hash("concept"), Drenthe.Day("2026-02-01"), Drenthe.Day("2025-10-01"));
        var view = View(round, AaEnHunze, ViewAct.Submit, "Borg de lokale toegang.", "Kom jaarlijks terug met cijfers.");
        View(round, "GM0119", ViewAct.Waive);
        round.CloseViews(Drenthe.Day("2026-02-02"));
        round.StartWeighing();
        round.WeighRemark(1, 1, new WeighingFacts(Weighing.Adopted, "Zij zitten in de werkgroepen.", "", null));
        round.WeighRemark(view, 1, new WeighingFacts(Weighing.Partly, "De toegang blijft van de gemeente.", "", null));
        round.WeighRemark(view, 2, new WeighingFacts(Weighing.CarriedIntoImplementation, "In de uitvoeringsagenda.", Drenthe.Abo, Drenthe.Day("2027-01-01")));
        round.PublishDefinitive(Drenthe.Hash("v1"), "", Drenthe.Day("2026-04-01"));
        round.PutToAdoption(Drenthe.Day("2026-07-01"));
        round.PlanDecision(Drenthe.AaEnHunze, Drenthe.Day("2026-06-11"));
        round.Decide(Drenthe.Assen, DecisionOutcome.Adopted, "2026-05-20");
        round.Decide(Drenthe.Emmen, DecisionOutcome.AdoptedWithChanges, "2026-05-21");
        round.Decide(Drenthe.Meppel, DecisionOutcome.Adopted, "2026-05-22", "concept");
        return round;
    }

    private static int View(Round round, string municipality, ViewAct act, params string[] remarks)
    {
        var id = BodyId.Of(BodyKinds.Council, municipality);
        return round.RecordView(id, id.Name(Municipality(municipality).Name), act, Drenthe.Day("2026-01-22"), remarks, Drenthe.Day("2026-01-22")).Number;
    }

    private static Municipality Municipality(string id)
    {
        var municipality = Regio.Municipalities.Register.Municipality.Register(id);
        municipality.Record(PublishedFacts.Municipalities()[id]);
        return municipality;
    }

    private static AllocationKey Key() => PublishedFacts.Keys()[0];

    private static CostAllocation Allocation()
    {
        var key = Key();
        var sharers = key.Percentages.Select(p => new Sharer(p.MunicipalityId, PublishedFacts.Municipalities()[p.MunicipalityId].Name, p.Percentage, p.Rank)).ToList();
        return CostAllocation.Record(
            Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-60718293a4b5"), "Uitvoering JHRD 2021", Regio.Municipalities.Costs.Allocation.Of(850_000_00, sharers),
            new KeyInForce(key.Id, key.Purpose, Drenthe.Day("2021-12-31")), "test", DateTimeOffset.UnixEpoch);
    }

    private static HandoverContent Content() => new()
    {
        Municipality = Municipality(AaEnHunze), RegionIds = ["JHRD", "NMD"], Day = Today, Rounds = [Vision()], Agreements = [], Funds = [], Acts = [],
    };
}
