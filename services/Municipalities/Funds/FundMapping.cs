using Regio.Municipalities.Bodies;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Funds;

/// <summary>Between funds and their messages. The numbers of the enums are those of the messages.</summary>
internal static class FundMapping
{
    /// <summary>The fund on a day with all that happened until then.</summary>
    public static V1.Fund ToProto(this Fund fund, DateOnly day)
    {
        var mapped = fund.ToOutline(day);
        mapped.Applications.AddRange(fund.Applications.Where(a => a.AppliedOn <= day).OrderBy(a => a.Number).Select(ToProto));
        mapped.Entries.AddRange(fund.Entries.Where(e => e.HappenedOn <= day).OrderBy(e => e.Number).Select(ToProto));
        return mapped;
    }

    /// <summary>The fund on a day without what happened.</summary>
    public static V1.Fund ToOutline(this Fund fund, DateOnly day) => new()
    {
        Id = fund.Id.ToString("D"),
        RegionId = fund.RegionId,
        Kind = (V1.FundKind)fund.Kind,
        Name = fund.Name,
        Grantor = fund.Grantor,
        MunicipalityId = fund.MunicipalityId ?? "",
        Period = fund.Validity.ToProto(),
        WarnDays = fund.WarnDays,
        Source = fund.Source.ToProto(),
        Balance = fund.BalanceOn(day).ToProto(),
        Warnings = { fund.WarningsOn(day).Select(warning => (V1.FundWarning)warning) },
        Etag = Etag.Of(fund.Version),
    };

    public static V1.FundEntry ToProto(this FundEntry entry) => new()
    {
        Number = entry.Number,
        Kind = (V1.FundEntryKind)entry.Kind,
        AmountCents = entry.AmountCents,
        Date = entry.HappenedOn.ToProto(),
        Subject = entry.Subject,
        CommitmentNumber = entry.CommitmentNumber ?? 0,
        Beyond = entry.IsBeyond,
        Reason = entry.Reason,
    };

    public static FundFacts ToDomain(this V1.Fund asked) => new()
    {
        RegionId = asked.RegionId,
        Kind = (FundKind)asked.Kind,
        Name = asked.Name.Trim(),
        Grantor = asked.Grantor.Trim(),
        MunicipalityId = asked.MunicipalityId.Length > 0 ? asked.MunicipalityId : null,
        Validity = asked.Period.ToValidity(),
        WarnDays = asked.WarnDays,
        Source = asked.Source.ToDomain(),
    };

    public static FundAct Act(this Moment moment, long amountCents, Common.V1.Date on, string subject, string reason = "") =>
        new(amountCents, on.ToDateOnly(), subject.Trim(), reason.Trim(), moment.By, moment.Now);

    private static V1.FundBalance ToProto(this FundBalance balance) => new()
    {
        GrantedCents = balance.GrantedCents,
        CommittedCents = balance.CommittedCents,
        SpentCents = balance.SpentCents,
        RepaidCents = balance.RepaidCents,
        FreeCents = balance.FreeCents,
        UnspentCents = balance.UnspentCents,
    };

    private static V1.FundApplication ToProto(FundApplication application) => new()
    {
        Number = application.Number,
        AmountCents = application.AmountCents,
        AppliedDate = application.AppliedOn.ToProto(),
        DecidedDate = application.DecidedOn?.ToProto(),
        GrantedCents = application.GrantedCents,
    };
}
