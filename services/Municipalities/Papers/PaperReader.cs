using Microsoft.EntityFrameworkCore;
using Regio.Documents;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Handover;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Papers;

/// <summary>Which paper is asked.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="RoundId">The round; empty when it is not about one.</param>
/// <param name="Municipality">Whose paper it is; null when it is of the region.</param>
/// <param name="CostAllocationId">The cost; empty when it is not about one.</param>
/// <param name="Day">The day on which it is written.</param>
internal sealed record PaperAsked(PaperKind Kind, string RoundId, Municipality? Municipality, string CostAllocationId, DateOnly Day);

/// <summary>A paper, with what to look at before it goes out.</summary>
internal sealed record Paper(Document Document, IReadOnlyList<PaperWarning> Warnings);

/// <summary>Reads what a paper is made of and has it written.</summary>
internal sealed class PaperReader(MunicipalitiesDbContext db, HandoverReader handover)
{
    public async Task<Paper> ReadAsync(PaperAsked asked, RegisterSnapshot register, CancellationToken ct) => asked.Kind switch
    {
        PaperKind.AllocationLetter => new(await AllocationAsync(asked, register, ct), []),
        PaperKind.Handover => new(HandoverPaper.Of(await handover.ReadAsync(Required(asked), asked.Day, ct), Sender(register, Required(asked), asked.Day)), []),
        PaperKind.CouncilProposal or PaperKind.CouncilLetter => Council(asked.Kind, await RoundAsync(asked with { Municipality = Required(asked) }, register, ct)),
        PaperKind.ResponseMemo => new(RoundPapers.ResponseMemo(await RoundAsync(asked, register, ct)), []),
        PaperKind.Annotation => new(RoundPapers.Annotation(await RoundAsync(asked, register, ct)), []),
        _ => new(RoundPapers.StateOfAffairs(await RoundAsync(asked, register, ct)), []),
    };

    private static Paper Council(PaperKind kind, RoundPaper paper) =>
        new(kind == PaperKind.CouncilProposal ? CouncilPapers.Proposal(paper) : CouncilPapers.Letter(paper), [.. PaperRules.WarningsOf(paper.Own, paper.Rule)]);

    private static Municipality Required(PaperAsked asked) => asked.Municipality ?? throw new DomainException(PaperRules.NeedsMunicipality, "municipality_id");

    /// <summary>The youth-care region that a municipality belongs to, which sends what is no round's.</summary>
    private static string Sender(RegisterSnapshot register, Municipality municipality, DateOnly day) =>
        municipality.Memberships.FirstOrDefault(m => m.RegionKind == RegionKind.YouthCare && m.Validity.Contains(day)) is { } membership
            ? register.Region(membership.RegionId, "municipality_id").Name
            : "";

    private async Task<RoundPaper> RoundAsync(PaperAsked asked, RegisterSnapshot register, CancellationToken ct)
    {
        if (asked.RoundId.Length == 0)
            throw new DomainException(PaperRules.NeedsRound, "round_id");
        var round = await db.ToReadAsync(asked.RoundId, "round_id", ct);
        return new RoundPaper
        {
            Round = round,
            Sender = register.Region(round.RegionId, "round_id").Name,
            Day = asked.Day,
            Municipality = asked.Municipality,
            Shared = await db.TextToReadAsync(round.Id, asked.Kind, PaperText.Shared, ct),
            Own = asked.Municipality is { } municipality ? await db.TextToReadAsync(round.Id, asked.Kind, municipality.Id, ct) : null,
            Rule = asked.Municipality is { } publisher ? await db.PublicationRuleAsync(publisher.Id, asked.Day, ct) : null,
        };
    }

    private async Task<Document> AllocationAsync(PaperAsked asked, RegisterSnapshot register, CancellationToken ct)
    {
        if (asked.CostAllocationId.Length == 0)
            throw new DomainException(PaperRules.NeedsAllocation, "cost_allocation_id");
        var id = Guid.ParseExact(asked.CostAllocationId, "D");
        var allocation = await db.Set<CostAllocation>().AsNoTracking().Include(a => a.Shares).SingleOrDefaultAsync(a => a.Id == id, ct)
            ?? throw new DomainException(CostRules.CostAllocationUnknown, "cost_allocation_id", new Dictionary<string, string> { ["id"] = asked.CostAllocationId });
        var key = register.Key(allocation.AllocationKeyId.ToString("D"), "cost_allocation_id");
        var sharer = register.Municipality(allocation.Shares.MinBy(s => s.Rank)!.MunicipalityId, "cost_allocation_id");
        return AllocationLetter.Of(allocation, key, asked.Municipality, Sender(register, sharer, allocation.AsOf), asked.Day);
    }
}
