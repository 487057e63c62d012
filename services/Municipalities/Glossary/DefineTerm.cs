using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Glossary;

/// <summary>Adds a meaning to a term.</summary>
internal sealed class DefineTerm(MunicipalitiesDbContext db, Once once)
{
    public Task<DefineTermResponse> RunAsync(DefineTermRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => DefineAsync(request, token), ct);

    private async Task<DefineTermResponse> DefineAsync(DefineTermRequest request, CancellationToken ct)
    {
        var meaning = request.Meaning.ToDomain(request.Term);
        var known = await db.Set<GlossaryMeaning>().AsNoTracking().ToListAsync(ct);
        db.Add(meaning);
        var term = Term.Of([.. known, meaning]).Single(t => string.Equals(t.Word, meaning.Term, StringComparison.OrdinalIgnoreCase));
        return new DefineTermResponse { Term = term.ToProto() };
    }
}

internal sealed class DefineTermValidator : AbstractValidator<DefineTermRequest>
{
    public const int MostTermCharacters = 80;
    private const int MostCodeCharacters = 60;
    private const int MostMeaningCharacters = 500;

    public DefineTermValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Term).IsLine(MostTermCharacters);
        RuleFor(r => r.Meaning).NotNull().ChildRules(meaning =>
        {
            meaning.RuleFor(m => m.Code).Must(code => code.Length is > 0 and <= MostCodeCharacters && code.All(char.IsAsciiLetter))
                .WithMessage($"Give 1 to {MostCodeCharacters} letters, such as CostAllocation.");
            meaning.RuleFor(m => m.Text).IsLineOrEmpty(MostMeaningCharacters);
            meaning.RuleFor(m => m.Source).IsNamedSource();
        });
    }
}
