using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Funds;

/// <summary>Registers a fund; nothing is granted yet.</summary>
internal sealed class RegisterFund(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RegisterFundResponse> RunAsync(RegisterFundRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RegisterAsync(request, moment, token), ct);

    private async Task<RegisterFundResponse> RegisterAsync(RegisterFundRequest request, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.Fund.RegionId, "fund.region_id");
        if (request.Fund.MunicipalityId.Length > 0)
            snapshot.Municipality(request.Fund.MunicipalityId, "fund.municipality_id");
        var fund = Fund.Register(Guid.CreateVersion7(moment.Now), request.Fund.ToDomain());
        db.Add(fund);
        db.Publish(FundEvents.Changed(fund, moment.Now), fund.Id.ToString("D"));
        return new RegisterFundResponse { Fund = fund.ToProto(moment.Today) };
    }
}

internal sealed class RegisterFundValidator : AbstractValidator<RegisterFundRequest>
{
    public RegisterFundValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Fund).NotNull().SetValidator(new FundValidator());
    }
}
