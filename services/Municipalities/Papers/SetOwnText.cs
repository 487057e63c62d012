using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Papers;

/// <summary>Sets the sections of one municipality and its summary, and warns about what it will not publish whole.</summary>
internal sealed class SetOwnText(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<SetOwnTextResponse> RunAsync(SetOwnTextRequest request, Caller caller, CancellationToken ct)
    {
        caller.EnsureMunicipality(request.MunicipalityId);
        return once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => SetAsync(request, moment, token), ct);
    }

    private async Task<SetOwnTextResponse> SetAsync(SetOwnTextRequest request, Moment moment, CancellationToken ct)
    {
        (await register.GetAsync(ct)).Municipality(request.MunicipalityId, "municipality_id");
        var round = Guid.ParseExact(request.RoundId, "D");
        await db.RequireAsync(round, "round_id", ct);
        var text = await db.TextToChangeAsync(round, (PaperKind)request.Kind, request.MunicipalityId, request.Etag, ct);
        text.Set(request.Sections.ToDomain(), request.Summary.Trim());
        var rule = await db.PublicationRuleAsync(request.MunicipalityId, moment.Today, ct);
        return new SetOwnTextResponse { Text = text.ToProto(), Warnings = { PaperRules.WarningsOf(text, rule).Select(w => w.ToProto()) } };
    }
}

internal sealed class SetOwnTextValidator : AbstractValidator<SetOwnTextRequest>
{
    public SetOwnTextValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.Kind).IsWritten();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.Sections).Must(s => s.Count <= PaperFieldRules.MostSections).WithMessage($"Give at most {PaperFieldRules.MostSections} sections.");
        RuleForEach(r => r.Sections).SetValidator(new PaperSectionValidator());
        RuleFor(r => r.Summary).IsSummary();
    }
}
