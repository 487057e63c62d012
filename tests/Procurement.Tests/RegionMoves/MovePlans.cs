using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.RegionMoves;
using Regio.Procurement.Tests.Contracts;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.RegionMoves;

/// <summary>Moves of two regions into one organisation, made by the domain alone.</summary>
internal static class MovePlans
{
    public static readonly DateOnly Day = new(2026, 7, 1);
    public static readonly DateOnly End = new(2027, 1, 1);
    public static readonly MoveSubject Subject = new(Guid.CreateVersion7(), "ambulatory-help", "", "");
    public static readonly Guid OneContract = Guid.CreateVersion7();

    public static MoveAim Aim(Scale? scale = Scale.Drenthe, params string[] newMembers) => new(["ZD", "NMD"], "JHRD", scale, Day, "Besluit 2026")
    {
        Members = new Dictionary<string, IReadOnlyList<string>> { ["ZD"] = ["GM0114", "GM0109"], ["NMD"] = ["GM0106"] },
        NewMembers = newMembers.Length > 0 ? newMembers : ["GM0106", "GM0109", "GM0114"],
    };

    public static MovingLine Line(string buyer = "ZD", long cents = 95_00, Validity? rest = null, Guid? contract = null, MoveSubject? subject = null, ScaleException? exception = null)
    {
        var held = rest ?? new Validity(Day, End);
        return new MovingLine
        {
            LineId = Guid.CreateVersion7(),
            ContractId = contract ?? OneContract,
            Subject = subject ?? Subject,
            BuyerId = buyer,
            Unit = TariffUnit.Hour,
            Rest = held,
            Tariffs = [new MovingTariff(held, cents)],
            Exception = exception,
            ExceptionGround = exception is null ? "" : "Zoals het was",
        };
    }

    public static RegionMoveDecision Decision(RegionMoveChoice choice, string keep = "", long? cents = null, int number = 1) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = number,
        ProviderId = Subject.ProviderId,
        ProductId = Subject.ProductId,
        Lot = Subject.Lot,
        Location = Subject.Location,
        Choice = choice,
        KeepBuyerId = keep,
        TariffCents = cents,
        Reason = "Afgesproken",
        DecidedBy = "test",
        DecidedAt = Drafts.Now,
    };

    public static RegionMovePlan Of(RegionMoveDecision? decision, params MovingLine[] lines) => Of(Aim(), decision, lines);

    public static RegionMovePlan Of(MoveAim aim, RegionMoveDecision? decision, params MovingLine[] lines) => RegionMovePlan.Of(
        aim, lines, decision is null ? new Dictionary<MoveSubject, RegionMoveDecision>() : new Dictionary<MoveSubject, RegionMoveDecision> { [decision.Subject] = decision }, Drafts.Catalogue);
}
