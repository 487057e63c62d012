using FluentValidation;
using Regio.ExpertTable.Sittings;
using Regio.ExpertTable.Texts;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Records the advice of the sitting with its options and any dissent.</summary>
internal sealed class GiveAdvice(SittingFiles sittings, SharedTexts texts, CaseChanges changes)
{
    public Task<GiveAdviceResponse> RunAsync(GiveAdviceRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<GiveAdviceRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            file.GiveAdvice(new AdviceText(request.Text, request.Dissent, [.. request.Options], [.. request.Dissenters]), act);
            if (request.Dissenters.Count > 0)
                (await sittings.OfAsync(file, token)).RequireMembers(request.Dissenters, "dissenters");
            await texts.RequireAsync(file, Texts(request), request.OverrideReason, act, token);
        },
        file => new GiveAdviceResponse { Case = file },
        ct);

    private static IReadOnlyList<WrittenText> Texts(GiveAdviceRequest request) =>
        [new("text", request.Text), new("dissent", request.Dissent), .. request.Options.Select((option, index) => new WrittenText($"options[{index}]", option))];
}

internal sealed class GiveAdviceValidator : AbstractValidator<GiveAdviceRequest>
{
    private const int MostOptions = 20;
    private const int MostDissenters = 50;

    public GiveAdviceValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostAnalysisCharacters);
        RuleFor(r => r.Options).Must(options => options.Count <= MostOptions).WithMessage($"Give at most {MostOptions} options.");
        RuleForEach(r => r.Options).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Dissenters).Must(d => d.Count <= MostDissenters).WithMessage($"Name at most {MostDissenters}.");
        RuleForEach(r => r.Dissenters).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.OverrideReason).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Dissent).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
    }
}
