using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Papers;

/// <summary>Sets how much of a summary a municipality publishes, from a day on.</summary>
internal sealed class SetPublicationRule(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<SetPublicationRuleResponse> RunAsync(SetPublicationRuleRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => SetAsync(request, token), ct);

    private async Task<SetPublicationRuleResponse> SetAsync(SetPublicationRuleRequest request, CancellationToken ct)
    {
        (await register.GetAsync(ct)).Municipality(request.Rule.MunicipalityId, "rule.municipality_id");
        var rule = request.Rule.ToDomain();
        db.Add(rule);
        return new SetPublicationRuleResponse { Rule = rule.ToProto() };
    }
}

internal sealed class SetPublicationRuleValidator : AbstractValidator<SetPublicationRuleRequest>
{
    public SetPublicationRuleValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Rule).NotNull().ChildRules(rule =>
        {
            rule.RuleFor(r => r.MunicipalityId).IsMunicipalityId();
            rule.RuleFor(r => r.Medium).IsLine(PaperFieldRules.MostLineCharacters);
            rule.RuleFor(r => r.MostLines).InclusiveBetween(1, 100);
            rule.RuleFor(r => r.LineCharacters).InclusiveBetween(20, 200);
            rule.RuleFor(r => r.StartDate).IsDay();
            rule.RuleFor(r => r.Source).IsNamedSource();
        });
    }
}
