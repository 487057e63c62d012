using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Funds;

/// <summary>A fund with its balance and warnings on a day.</summary>
internal sealed class GetFund(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetFundResponse> RunAsync(GetFundRequest request, CancellationToken ct) =>
        new() { Fund = (await db.FundToReadAsync(request.Id, ct)).ToProto(AsOf.OrToday(request.AsOf, time)) };
}

internal sealed class GetFundValidator : AbstractValidator<GetFundRequest>
{
    public GetFundValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
