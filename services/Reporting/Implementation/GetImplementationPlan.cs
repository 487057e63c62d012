using FluentValidation;
using Regio.Reporting.Monitor;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Implementation;

/// <summary>The implementation plan of Drenthe, or of one municipality.</summary>
internal sealed class GetImplementationPlan(ImplementationReader plans, TimeProvider time)
{
    public async Task<GetImplementationPlanResponse> RunAsync(GetImplementationPlanRequest request, Viewer viewer, CancellationToken ct)
    {
        var areaId = MonitorArea.OrRegion(request.AreaId);
        var view = await plans.ReadAsync(areaId, AsOf.OrToday(request.AsOf, time), viewer, ct) ?? throw MonitorArea.NotFound(areaId);
        return view.ToProto();
    }
}

internal sealed class GetImplementationPlanValidator : AbstractValidator<GetImplementationPlanRequest>
{
    public GetImplementationPlanValidator()
    {
        RuleFor(r => r.AreaId).Must(id => id.Length == 0 || MonitorArea.IsWellFormed(id)).WithMessage("Give PV22, a municipality id such as GM0106, or leave it empty for PV22.");
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
