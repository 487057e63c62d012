using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Papers;

/// <summary>Sets the sections that the papers of all municipalities in a round have in common.</summary>
internal sealed class SetSharedText(MunicipalitiesDbContext db, Once once)
{
    public Task<SetSharedTextResponse> RunAsync(SetSharedTextRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => SetAsync(request, token), ct);

    private async Task<SetSharedTextResponse> SetAsync(SetSharedTextRequest request, CancellationToken ct)
    {
        var round = Guid.ParseExact(request.RoundId, "D");
        await db.RequireAsync(round, "round_id", ct);
        var text = await db.TextToChangeAsync(round, (PaperKind)request.Kind, PaperText.Shared, request.Etag, ct);
        text.Set(request.Sections.ToDomain(), summary: "");
        return new SetSharedTextResponse { Text = text.ToProto() };
    }
}

internal sealed class SetSharedTextValidator : AbstractValidator<SetSharedTextRequest>
{
    public SetSharedTextValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.RoundId).IsUuid();
        RuleFor(r => r.Kind).IsWritten();
        RuleFor(r => r.Sections).Must(s => s.Count is > 0 and <= PaperFieldRules.MostSections).WithMessage($"Give 1 to {PaperFieldRules.MostSections} sections.");
        RuleForEach(r => r.Sections).SetValidator(new PaperSectionValidator());
    }
}
