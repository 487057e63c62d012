using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Catalogue;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Computing;

/// <summary>Sets what is aimed at with an indicator from a day on.</summary>
internal sealed class SetIndicatorTarget(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ComputationService/SetIndicatorTarget";

    public Task<SetIndicatorTargetResponse> RunAsync(SetIndicatorTargetRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => SetAsync(request.Target, caller, token), ct);

    private async Task<SetIndicatorTargetResponse> SetAsync(V1.IndicatorTarget asked, string caller, CancellationToken ct)
    {
        await db.RequireIndicatorAsync(asked.IndicatorId, "target.indicator_id", ct);
        var now = time.StorableNow();
        var target = new IndicatorTarget
        {
            Id = Guid.CreateVersion7(now),
            Indicator = asked.IndicatorId,
            AreaId = asked.AreaId,
            Validity = new Validity(asked.Period.StartDate.ToDateOnly(), until: null),
            HigherIsBetter = asked.HigherIsBetter,
            Green = decimal.Parse(asked.Green, CultureInfo.InvariantCulture),
            Amber = decimal.Parse(asked.Amber, CultureInfo.InvariantCulture),
            Goal = asked.Goal.Trim(),
            Source = new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            RecordedAt = now,
            RecordedBy = caller,
        };
        target.TakePlaceAmong(await db.Set<IndicatorTarget>().Where(t => t.Indicator == target.Indicator && t.AreaId == target.AreaId).ToListAsync(ct), time.DutchToday());

        // The earlier one ends first: no two may hold on one day, not even for a statement.
        await db.SaveChangesAsync(ct);
        db.Add(target);
        return new SetIndicatorTargetResponse { Target = target.ToProto() };
    }
}

internal sealed class SetIndicatorTargetValidator : AbstractValidator<SetIndicatorTargetRequest>
{
    public SetIndicatorTargetValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Target).NotNull().WithMessage("Give the target.").ChildRules(target =>
        {
            target.RuleFor(t => t.IndicatorId).IsLine(ObservationFieldRules.MostCodeCharacters);
            target.RuleFor(t => t.AreaId).IsRegionIdOrEmpty();
            target.RuleFor(t => t.Green).Must(NumberText.IsNumber).WithMessage("Give a number with a decimal point.");
            target.RuleFor(t => t.Amber).Must(NumberText.IsNumber).WithMessage("Give a number with a decimal point.");
            target.RuleFor(t => t.Period).IsPeriod();
            target.RuleFor(t => t.Period.EndDate).Null().When(t => t.Period is not null).WithMessage("A target holds until a later one; leave the end out.");
            target.RuleFor(t => t.Goal).IsLine(500);
            target.RuleFor(t => t.Source).NotNull().WithMessage("Say who decided this, and where it is written.");
            target.When(t => t.Source is not null, () =>
            {
                target.RuleFor(t => t.Source.Title).IsLine(200);
                target.RuleFor(t => t.Source.Place).IsLineOrEmpty(200);
            });
        });
    }
}
