using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Texts;

/// <summary>Shows a version of the analysis to the municipality that decides.</summary>
internal sealed class ShareAnalysis(CaseFiles files, SharedTexts texts, CaseChanges changes)
{
    public Task<ShareAnalysisResponse> RunAsync(ShareAnalysisRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ShareAnalysisRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            var written = (await files.EntriesAsync(file.Id, token)).Select(e => e.Content).ToList();
            var analysis = written.OfType<AnalysisRecorded>().SingleOrDefault(a => a.Number == request.Version) ?? throw new DomainException(TextRules.AnalysisUnknown, "version");
            if (written.OfType<AnalysisShared>().Any(s => s.Number == request.Version))
                throw new DomainException(TextRules.AnalysisShared, "version");
            await texts.RequireAsync(file, [.. analysis.Texts()], request.OverrideReason, act, token);
            file.ShareAnalysis(analysis.Number, act);
        },
        file => new ShareAnalysisResponse { Case = file },
        ct);
}

internal sealed class ShareAnalysisValidator : AbstractValidator<ShareAnalysisRequest>
{
    public ShareAnalysisValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("Give a version, from 1.");
        RuleFor(r => r.OverrideReason).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
    }
}
