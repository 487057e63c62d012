using FluentValidation;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;

namespace Regio.Reporting.Monitor;

/// <summary>The monitor of an area.</summary>
internal sealed class GetMonitor(MonitorReader monitor)
{
    public const int MostAllocations = 500;
    public const int UsualAllocations = 20;

    public async Task<GetMonitorResponse> RunAsync(GetMonitorRequest request, Viewer viewer, CancellationToken ct)
    {
        var areaId = MonitorArea.OrRegion(request.AreaId);
        var view = await monitor.ReadAsync(areaId, request.HasMaxAllocations ? request.MaxAllocations : UsualAllocations, viewer, ct)
            ?? throw MonitorArea.NotFound(areaId);
        return new GetMonitorResponse { Monitor = view.ToProto() };
    }
}

internal sealed class GetMonitorValidator : AbstractValidator<GetMonitorRequest>
{
    public GetMonitorValidator()
    {
        RuleFor(r => r.AreaId)
            .Must(id => id.Length == 0 || MonitorArea.IsWellFormed(id))
            .WithMessage("Give PV22, a municipality id such as GM0106, or leave it empty for PV22.");
        RuleFor(r => r.MaxAllocations)
            .InclusiveBetween(0, GetMonitor.MostAllocations)
            .When(r => r.HasMaxAllocations);
    }
}
