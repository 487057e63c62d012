using FluentValidation;
using Regio.Reporting.Monitor;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Reporting.Contracting;

/// <summary>The overview of contracts and ceilings of an area on a day.</summary>
internal sealed class GetContractOverview(OverviewReader reader, TimeProvider time)
{
    public async Task<GetContractOverviewResponse> RunAsync(GetContractOverviewRequest request, Caller caller, CancellationToken ct)
    {
        var areaId = OverviewFieldRules.AreaOf(request.AreaId, caller);
        var view = await reader.ReadAsync(areaId, AsOf.OrToday(request.AsOf, time), ct) ?? throw MonitorArea.NotFound(areaId);
        return new GetContractOverviewResponse { Overview = view.ToProto() };
    }
}

internal sealed class GetContractOverviewValidator : AbstractValidator<GetContractOverviewRequest>
{
    public GetContractOverviewValidator()
    {
        RuleFor(r => r.AreaId).IsOverviewArea();
        RuleFor(r => r.AsOf).IsOverviewDay();
    }
}
