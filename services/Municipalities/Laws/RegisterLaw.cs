using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Planning;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Laws;

/// <summary>Registers a law.</summary>
internal sealed class RegisterLaw(MunicipalitiesDbContext db, Once once)
{
    public Task<RegisterLawResponse> RunAsync(RegisterLawRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, _) => RegisterAsync(request.Law), ct);

    private Task<RegisterLawResponse> RegisterAsync(V1.Law asked)
    {
        var law = new Law { Code = asked.Code, Title = asked.Title.Trim(), Kind = (LawKind)asked.Kind, Aliases = [.. asked.Aliases.Select(alias => alias.Trim())] };
        db.Add(law);
        return Task.FromResult(new RegisterLawResponse { Law = law.ToProto() });
    }
}

internal sealed class RegisterLawValidator : AbstractValidator<RegisterLawRequest>
{
    public const int MostAliasCharacters = 120;
    private const int MostAliases = 20;

    public RegisterLawValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Law).NotNull().ChildRules(law =>
        {
            law.RuleFor(l => l.Code).IsCode();
            law.RuleFor(l => l.Title).IsLine(PlanningFieldRules.MostTitleCharacters);
            law.RuleFor(l => l.Kind).IsInEnum().NotEqual(V1.LawKind.Unspecified);
            law.RuleFor(l => l.Aliases).Must(aliases => aliases.Count <= MostAliases).WithMessage($"Give at most {MostAliases} other names.");
            law.RuleForEach(l => l.Aliases).IsLine(MostAliasCharacters);
        });
    }
}
