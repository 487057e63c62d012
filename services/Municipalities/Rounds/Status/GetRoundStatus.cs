using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>Where a round stands, and what would become of it if; all that a status page needs.</summary>
internal sealed class GetRoundStatus(MunicipalitiesDbContext db, TimeProvider time)
{
    public const int MostSupposed = 400;

    public async Task<GetRoundStatusResponse> RunAsync(GetRoundStatusRequest request, CancellationToken ct)
    {
        var today = time.DutchToday();
        var day = request.AsOf?.ToDateOnly() ?? today;
        if (day < today)
            throw new DomainException(RoundRules.StatusOfEarlierDay, "as_of");
        var round = await db.ToReadAsync(request.Id, "id", ct);
        // Nothing is kept of it: on the day itself each change does the same, and so does a moment after midnight.
        round.GoOver(await db.MergersAsync(round, day, ct), day);
        var response = new GetRoundStatusResponse { Status = round.ToStatus(day) };
        if (request.WhatIf.Count > 0)
        {
            var supposed = round.Suppose([.. request.WhatIf.Select(s => new SupposedVote(s.BodyId, s.StepCode, s.Adopts))]);
            response.WhatIf = new V1.Supposition { State = (V1.RoundState)supposed.State, Explanation = RoundSummary.Supposed(round, supposed) };
        }

        return response;
    }
}

internal sealed class GetRoundStatusValidator : AbstractValidator<GetRoundStatusRequest>
{
    public GetRoundStatusValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.WhatIf).Must(w => w.Count <= GetRoundStatus.MostSupposed).WithMessage($"Suppose at most {GetRoundStatus.MostSupposed} decisions.");
        RuleForEach(r => r.WhatIf).ChildRules(supposed => supposed.RuleFor(s => s.BodyId).IsBodyId());
    }
}
