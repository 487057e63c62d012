using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Accounts;

/// <summary>From the account to its messages.</summary>
internal static class AccountMapping
{
    public static V1.PeriodicAccount ToProto(this AccountView view) => new()
    {
        StartDate = view.From.ToProto(),
        EndDate = view.Until.ToProto(),
        AllocatedCents = Text(view.AllocatedCents),
        InvoicedCents = Text(view.InvoicedCents),
        Subjects = { view.Subjects.Select(subject => new V1.AccountSubject { Subject = subject.Subject, Allocations = subject.Allocations, AmountCents = Text(subject.Cents) }) },
        Municipalities =
        {
            view.Municipalities.Select(m => new V1.AccountMunicipality
            {
                MunicipalityId = m.Id, Name = m.Name, AllocatedCents = Text(m.AllocatedCents), InvoicedCents = Text(m.InvoicedCents), VatCents = Text(m.VatCents), OpenCents = Text(m.OpenCents), OwnShare = m.IsOwnShare,
            }),
        },
        Runs = { view.Runs.Select(run => new V1.AccountRun { Reference = run.Reference, InvoiceDate = run.InvoiceDate.ToProto(), Correction = run.IsCorrection, AmountCents = Text(run.Cents), VatCents = Text(run.VatCents) }) },
        ClaimedCents = Text(view.ClaimedCents),
        Hours =
        {
            view.Hours.Select(h => new V1.AccountHours
            {
                Work = h.Work, QuarterStartDate = h.QuarterStart.ToProto(), MunicipalityId = h.MunicipalityId, MunicipalityName = h.MunicipalityName, Minutes = h.Minutes, RateCents = h.RateCents,
                AmountCents = Text(h.Cents), FromFundsCents = Text(h.FromFundsCents),
            }),
        },
        Funds =
        {
            view.Funds.Select(f => new V1.AccountFund
            {
                FundId = f.Id.ToString("D"), Name = f.Name, Kind = f.Kind, EndDate = f.ValidUntil?.ToProto(), InPeriod = f.InPeriod.ToProto(), ToDate = f.ToDate.ToProto(),
            }),
        },
        LastEventTime = view.LastEventAt?.ToTimestamp(),
    };

    private static V1.AccountFundSums ToProto(this FundSums sums) => new()
    {
        GrantedCents = Text(sums.GrantedCents), CommittedCents = Text(sums.CommittedCents), SpentCents = Text(sums.SpentCents), RepaidCents = Text(sums.RepaidCents),
        FreeCents = Text(sums.FreeCents), UnspentCents = Text(sums.UnspentCents),
    };

    private static string Text(decimal cents) => cents.ToString("0", CultureInfo.InvariantCulture);
}
