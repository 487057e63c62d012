using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Planning;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Laws;

/// <summary>Records when a step of a law was or is expected, and moves what hangs on it in the same transaction.</summary>
internal sealed class RecordLawDate(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordLawDateResponse> RunAsync(RecordLawDateRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordLawDateResponse> RecordAsync(RecordLawDateRequest request, Moment moment, CancellationToken ct)
    {
        var asked = request.Date.ToDomain(moment);
        var law = await db.LawAsync(request.LawCode, "law_code", ct);
        Etag.Require(request.Etag, law.Version);
        var step = law.Record(asked);
        var response = new RecordLawDateResponse { Law = law.ToProto() };
        foreach (var plan in await db.PlansOfLawAsync(law.Code, ct))
        {
            var moved = plan.Follow(law, step, moment);
            if (moved.Count == 0)
                continue;
            db.Publish(PlanningEvents.Changed(plan, moment.Now), plan.Id.ToString("D"));
            response.Moved.Add(moved.Select(m => new MovedMilestone { PlanId = plan.Id.ToString("D"), MilestoneCode = m.Code }));
        }

        return response;
    }
}

internal sealed class RecordLawDateValidator : AbstractValidator<RecordLawDateRequest>
{
    public RecordLawDateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.LawCode).IsCode();
        RuleFor(r => r.Date).NotNull().ChildRules(date =>
        {
            date.RuleFor(d => d.Status).IsInEnum().NotEqual(V1.LawStatus.Unspecified);
            date.RuleFor(d => d.Date).IsDayOrAbsent();
            date.RuleFor(d => d.Precision).IsInEnum().NotEqual(DatePrecision.Unspecified);
            date.RuleFor(d => d.Source).IsNamedSource();
        });
    }
}
