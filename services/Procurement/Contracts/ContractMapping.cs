using FluentValidation;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Contracts;

/// <summary>From contracts to their messages.</summary>
internal static class ContractMapping
{
    public static V1.Contract ToProto(this Contract contract) => new()
    {
        Id = contract.Id.ToString("D"),
        ProviderId = contract.ProviderId.ToString("D"),
        Subject = contract.Subject,
        Period = contract.Validity.ToProto(),
        Lines = { contract.Lines.OrderBy(line => line.Position).Select(line => line.ToProto()) },
        State = (V1.ContractState)contract.State,
        Etag = Etag.Of(contract.Version),
        CreateTime = contract.CreatedAt.ToProto(),
        SignTime = contract.SignedAt?.ToProto(),
        TerminationDate = contract.EndDate?.ToProto(),
        Clocks = new V1.ContractClocks { NoticeMonths = contract.NoticeMonths, RenewalMonths = contract.RenewalMonths, MostRenewals = contract.MostRenewals },
        Renewals = contract.Renewals,
        ContinuesContractId = contract.ContinuesId?.ToString("D") ?? "",
        ProcedureId = contract.ProcedureId?.ToString("D") ?? "",
        Addenda = { contract.Addenda.OrderBy(addendum => addendum.Number).Select(ToProto) },
    };

    public static ContractClocks ToDomain(this V1.ContractClocks? clocks, ContractClocks otherwise) => clocks is null
        ? otherwise
        : new(clocks.NoticeMonths > 0 ? clocks.NoticeMonths : otherwise.NoticeMonths, clocks.RenewalMonths, clocks.MostRenewals);

    public static V1.ContractLine ToProto(this ContractLine line) => new()
    {
        Id = line.Id.ToString("D"),
        ProductId = line.ProductId,
        BuyerId = line.BuyerId,
        Scale = (V1.Scale)line.Scale,
        Unit = (V1.TariffUnit)line.Unit,
        TariffCents = line.TariffCents,
        Lot = line.Lot,
        Location = line.Location,
        Period = line.Validity.ToProto(),
        ScaleException = line.ScaleException is { } exception ? (V1.ScaleException)exception : V1.ScaleException.Unspecified,
        ExceptionGround = line.ExceptionGround,
        Active = line.Active?.ToProto(),
        ContinuesLineId = line.ContinuesId?.ToString("D") ?? "",
    };

    private static V1.Addendum ToProto(Addendum addendum) => new()
    {
        Number = addendum.Number,
        Kind = (V1.AddendumKind)addendum.Kind,
        Ground = addendum.Ground,
        EffectiveDate = addendum.EffectiveOn.ToProto(),
        AnnouncedDate = addendum.AnnouncedOn.ToProto(),
        Reason = addendum.Reason,
        Late = addendum.Late,
        Period = addendum.Validity.ToProto(),
        RecordTime = addendum.RecordedAt.ToProto(),
    };
}

/// <summary>The form of what a contract says about its end.</summary>
internal sealed class ContractClocksValidator : AbstractValidator<V1.ContractClocks>
{
    private const int MostNoticeMonths = 60;
    private const int MostRenewalMonths = 120;
    private const int MostOptions = 20;

    public ContractClocksValidator()
    {
        RuleFor(c => c.NoticeMonths).InclusiveBetween(0, MostNoticeMonths);
        RuleFor(c => c.RenewalMonths).InclusiveBetween(0, MostRenewalMonths).Must((c, months) => (months == 0) == (c.MostRenewals == 0))
            .WithMessage("Give the months of a renewal and the number of options both, or neither.");
        RuleFor(c => c.MostRenewals).InclusiveBetween(0, MostOptions);
    }
}
