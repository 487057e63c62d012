using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Funding;

/// <summary>From funding to its messages.</summary>
internal static class FundingMapping
{
    public static FundingTerms ToTerms(this V1.Funding asked, Guid provider) => new(
        provider,
        asked.PayerId,
        (FundingKind)asked.Kind,
        asked.Subject.Trim(),
        asked.Period.ToValidity(),
        asked.YearlyCents,
        asked.Instalments,
        asked.RiskBearer == V1.RiskBearer.Unspecified ? null : (RiskBearer)asked.RiskBearer,
        asked.PayerPercent,
        asked.Ground.Trim());

    public static V1.Funding ToProto(this ProviderFunding funding) => new()
    {
        Id = funding.Id.ToString("D"),
        ProviderId = funding.ProviderId.ToString("D"),
        PayerId = funding.PayerId,
        Kind = (V1.FundingKind)funding.Kind,
        Subject = funding.Subject,
        Period = funding.Validity.ToProto(),
        YearlyCents = funding.YearlyCents,
        Instalments = funding.Instalments,
        RiskBearer = funding.Bearer is { } bearer ? (V1.RiskBearer)bearer : V1.RiskBearer.Unspecified,
        PayerPercent = funding.PayerPercent,
        Ground = funding.Ground,
        Etag = Etag.Of(funding.Version),
    };

    public static V1.FundingYear ToYear(this ProviderFunding funding, int year)
    {
        var instalments = funding.In(year);
        var (payer, provider) = funding.Difference(year);
        var message = new V1.FundingYear
        {
            Funding = funding.ToProto(),
            Year = year,
            Instalments = { instalments.Select(part => new V1.FundingInstalment { StartDate = part.From.ToProto(), Cents = part.Cents }) },
            PaidCents = instalments.Sum(part => part.Cents),
            PayerDifferenceCents = payer,
            ProviderDifferenceCents = provider,
        };
        if (funding.CostOf(year) is { } cost)
            message.CostCents = cost;
        return message;
    }

    public static V1.OtherMoney ToProto(this OtherMoney money) => new()
    {
        SubsidyAgreedCents = money.SubsidyAgreedCents,
        SubsidyPaidCents = money.SubsidyPaidCents,
        FundingAgreedCents = money.FundingAgreedCents,
        FundingDueCents = money.FundingDueCents,
    };

    public static FundingChanged ToEvent(this ProviderFunding funding, DateTimeOffset now) => new()
    {
        FundingId = funding.Id,
        AggregateVersion = funding.Version,
        OccurredAt = now,
        ProviderId = funding.ProviderId,
        PayerId = funding.PayerId,
        Kind = funding.Kind switch
        {
            FundingKind.Availability => "availability",
            FundingKind.Housing => "housing",
            _ => "open-ended",
        },
        ValidFrom = funding.Validity.From,
        ValidUntil = funding.Validity.Until,
        YearlyCents = funding.YearlyCents,
        RiskBearer = funding.Bearer?.ToString().ToLowerInvariant(),
        PayerPercent = funding.PayerPercent,
    };
}
