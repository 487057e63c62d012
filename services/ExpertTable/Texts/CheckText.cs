using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Texts;

/// <summary>Tells who writes about a case what gives somebody away. It opens the names, so it is in the read log first.</summary>
internal sealed class CheckText(ExpertTableDbContext db, SharedTexts texts, ReadLog log)
{
    public async Task<CheckTextResponse> RunAsync(CheckTextRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.ToChange(caller);
        var id = Guid.ParseExact(request.Id, "D");
        var file = await scope.Visible(db.Set<Case>().AsNoTracking().Include(c => c.Siblings)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseScope.Unknown();
        await log.WriteAsync(
            new CaseReader(caller.Subject, scope.Role, nameof(CheckText), Reads.ReadPurpose.Treatment), file.Pseudonyms.Select(p => (file.Id, p)), ct);
        var findings = await texts.CheckAsync(file, [.. request.Texts.Select(text => new WrittenText(text.Field, text.Text))], ct);
        return new CheckTextResponse { Findings = { findings.Select(ToProto) } };
    }

    private static V1.TextFinding ToProto(TextFinding finding) =>
        new() { Field = finding.Field, Offset = finding.Offset, Length = finding.Length, Kind = finding.Kind.ToProto<V1.TextFindingKind>() };
}

internal sealed class CheckTextValidator : AbstractValidator<CheckTextRequest>
{
    private const int MostTexts = 50;

    public CheckTextValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Texts).Must(texts => texts.Count is > 0 and <= MostTexts).WithMessage($"Give 1 to {MostTexts} texts.");
        RuleForEach(r => r.Texts).ChildRules(text =>
        {
            text.RuleFor(t => t.Field).IsLine(CaseFieldRules.MostLineCharacters);
            text.RuleFor(t => t.Text).IsTextOrEmpty(CaseFieldRules.MostAnalysisCharacters);
        });
    }
}
