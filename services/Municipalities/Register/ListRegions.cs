using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Register;

/// <summary>The regions that existed on a date.</summary>
internal sealed class ListRegions(RegisterCache register, TimeProvider time)
{
    public async ValueTask<ListRegionsResponse> RunAsync(ListRegionsRequest request, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        var day = AsOf.OrToday(request.AsOf, time);
        var regions = snapshot.RegionsByCode.Where(r => r.Validity.Contains(day));
        return new ListRegionsResponse { Regions = { regions.Select(r => r.ToProto()) } };
    }
}

internal sealed class ListRegionsValidator : AbstractValidator<ListRegionsRequest>
{
    public ListRegionsValidator() => RuleFor(r => r.AsOf).IsDayOrAbsent();
}
