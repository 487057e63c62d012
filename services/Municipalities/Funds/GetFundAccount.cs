using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Funds;

/// <summary>The account of a fund over a calendar year.</summary>
internal sealed class GetFundAccount(MunicipalitiesDbContext db)
{
    public async Task<GetFundAccountResponse> RunAsync(GetFundAccountRequest request, CancellationToken ct)
    {
        var fund = await db.FundToReadAsync(request.Id, ct);
        var account = FundAccount.Of(fund, request.Year);
        return new GetFundAccountResponse
        {
            Fund = fund.ToOutline(new DateOnly(request.Year, 12, 31)),
            OpeningCents = account.OpeningCents,
            GrantedCents = account.InYear.GrantedCents,
            SpentCents = account.InYear.SpentCents,
            RepaidCents = account.InYear.RepaidCents,
            ClosingCents = account.ClosingCents,
            SpentToDateCents = account.SpentToDateCents,
            Entries = { account.Entries.OrderBy(e => e.Number).Select(e => e.ToProto()) },
        };
    }
}

internal sealed class GetFundAccountValidator : AbstractValidator<GetFundAccountRequest>
{
    public GetFundAccountValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Year).InclusiveBetween(RequestRules.EarliestDay.Year, RequestRules.LatestDay.Year);
    }
}
