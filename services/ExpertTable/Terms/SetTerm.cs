using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Terms;

/// <summary>Sets a term from a day on.</summary>
internal sealed class SetTerm(ExpertTableDbContext db, CaseChanges changes)
{
    public Task<SetTermResponse> RunAsync(SetTermRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(request.RequestId, request, caller, token => SetAsync(request.Setting, changes.Now(caller), token), ct);

    private async Task<SetTermResponse> SetAsync(V1.TermSetting asked, Act act, CancellationToken ct)
    {
        var (term, start) = ((Term)asked.Term, asked.StartDate.ToDateOnly());
        TermRules.RequireInRange(term, asked.Value);
        if (await db.Set<TermSetting>().AnyAsync(s => s.Term == term && s.StartsOn == start, ct))
            throw new DomainException(SharedTermRules.AlreadySet, "setting.start_date");
        var setting = new TermSetting
        {
            Id = Guid.CreateVersion7(act.At),
            Term = term,
            Value = asked.Value,
            StartsOn = start,
            Ground = asked.Ground.Trim(),
            Source = new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            RecordedBy = act.By,
            RecordedAt = act.At,
        };
        db.Add(setting);
        return new SetTermResponse { Setting = setting.ToProto() };
    }
}

internal sealed class SetTermValidator : AbstractValidator<SetTermRequest>
{
    public SetTermValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Setting).NotNull().ChildRules(setting =>
        {
            setting.RuleFor(s => s.Term).IsInEnum().NotEqual(V1.Term.Unspecified).WithMessage("Say which term it is.");
            setting.RuleFor(s => s.StartDate).IsDay();
            setting.RuleFor(s => s.Ground).IsLine(CaseFieldRules.MostLineCharacters);
            setting.RuleFor(s => s.Source).NotNull();
            setting.RuleFor(s => s.Source).SetValidator(new SourceValidator());
        });
    }
}
