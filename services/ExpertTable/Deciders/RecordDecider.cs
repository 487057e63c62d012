using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using DeciderKind = Regio.ExpertTable.Cases.DeciderKind;

namespace Regio.ExpertTable.Deciders;

/// <summary>Keeps in the file who decides, with the facts that it was worked out from.</summary>
internal sealed class RecordDecider(MunicipalityRegister municipalities, CaseChanges changes, TimeProvider time)
{
    public async Task<RecordDeciderResponse> RunAsync(RecordDeciderRequest request, Caller caller, CancellationToken ct)
    {
        var recorded = Decided(request);
        if (recorded.Answer is { } answer)
            await municipalities.RequireKnownAsync(answer.MunicipalityId, answer.Field, ct);
        return await changes.RunAsync(
            new CaseCommand<RecordDeciderRequest>(request, request.RequestId, request.Id, request.Etag),
            caller,
            (file, act) => file.RecordDecider(recorded.Content, act),
            file => new RecordDeciderResponse
            {
                Case = file,
                MunicipalityId = recorded.Content.MunicipalityId,
                Differs = recorded.Content.MunicipalityId.Length > 0 && recorded.Content.MunicipalityId != file.MunicipalityId,
            },
            ct);
    }

    private (DeciderRecorded Content, ResponsibleMunicipality? Answer) Decided(RecordDeciderRequest request)
    {
        var kind = request.Kind.ToDomain<DeciderKind>()!.Value;
        if (kind != DeciderKind.Municipality)
            return (new DeciderRecorded { Kind = kind, Authority = request.Authority.Trim(), MunicipalityId = "" }, null);
        var (residences, day) = (request.Residences.ToDomain(), request.Day?.ToDateOnly() ?? time.DutchToday());
        var answer = ResponsibleMunicipality.On(residences, request.PresentMunicipalityId, day);
        return (
            new DeciderRecorded { Kind = kind, Authority = "", MunicipalityId = answer.MunicipalityId, Rule = answer.Rule, Day = day, Steps = answer.Steps, Residences = residences },
            answer);
    }
}

internal sealed class RecordDeciderValidator : AbstractValidator<RecordDeciderRequest>
{
    public RecordDeciderValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Kind).Must(k => k.ToDomain<DeciderKind>() is not null).WithMessage("Say who decides: the municipality, a certified institution, a doctor or a court.");
        RuleFor(r => r.Residences).Must(all => all.Count <= ResidenceValidator.Most).WithMessage($"Give at most {ResidenceValidator.Most} residences.");
        RuleForEach(r => r.Residences).SetValidator(new ResidenceValidator());
        RuleFor(r => r.PresentMunicipalityId).IsMunicipalityId().When(r => r.PresentMunicipalityId.Length > 0);
        RuleFor(r => r.Day).IsDayOrAbsent();
        When(r => r.Kind == V1.DeciderKind.Municipality, () => RuleFor(r => r.Authority).Empty().WithMessage("A municipality is worked out, not named."))
            .Otherwise(() =>
            {
                RuleFor(r => r.Authority).IsLine(CaseFieldRules.MostLineCharacters);
                RuleFor(r => r.Residences).Empty().WithMessage("Another authority decides whatever the residence is.");
            });
    }
}
