using FluentValidation;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Computing;

/// <summary>Checks that begin, in and out of trajectories come to the end, for each period and breakdown of an area.</summary>
internal sealed class CheckBalance(FigureSetReader figures)
{
    private const string Begin = "trajectories-begin";
    private const string In = "trajectories-in";
    private const string Out = "trajectories-out";
    private const string End = "trajectories-end";

    public async Task<CheckBalanceResponse> RunAsync(CheckBalanceRequest request, Viewer viewer, CancellationToken ct)
    {
        var rows = await CheckAsync(request.AreaId, viewer, ct);
        return new CheckBalanceResponse { Balances = { rows.Select(ComputingMapping.ToProto) } };
    }

    public async Task<IReadOnlyList<BalanceView>> CheckAsync(string areaId, Viewer viewer, CancellationToken ct)
    {
        var all = await figures.OfAreaAsync([Begin, In, Out, End], areaId, viewer, ct);
        FigureSetReader.RequireAny(all);
        return
        [
            .. all.GroupBy(o => (o.Period, o.Breakdown)).OrderBy(g => g.Key.Period, StringComparer.Ordinal).ThenBy(g => g.Key.Breakdown, StringComparer.Ordinal).Select(group =>
            {
                decimal? Of(string indicator) => group.SingleOrDefault(o => o.Indicator == indicator)?.ValueNumeric;
                return new BalanceView(areaId, group.Key.Period, group.Key.Breakdown, new Balance(Of(Begin), Of(In), Of(Out), Of(End)));
            }),
        ];
    }
}

internal sealed class CheckBalanceValidator : AbstractValidator<CheckBalanceRequest>
{
    public CheckBalanceValidator() => RuleFor(r => r.AreaId).IsLine(ObservationFieldRules.MostCodeCharacters);
}
