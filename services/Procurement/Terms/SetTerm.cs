using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Terms;

/// <summary>Sets a term from a day on.</summary>
internal sealed class SetTerm(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.TermService/SetTerm";

    public Task<SetTermResponse> RunAsync(SetTermRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => SetAsync(request.Setting, caller, token), ct);

    private async Task<SetTermResponse> SetAsync(V1.TermSetting asked, string caller, CancellationToken ct)
    {
        var (term, start, now) = ((Term)asked.Term, asked.StartDate.ToDateOnly(), time.StorableNow());
        TermRules.RequireInRange(term, asked.Value);
        if (await db.Set<TermSetting>().AnyAsync(s => s.Term == term && s.StartsOn == start, ct))
            throw new DomainException(SharedTermRules.AlreadySet, "setting.start_date");
        var setting = new TermSetting
        {
            Id = Guid.CreateVersion7(now),
            Term = term,
            Value = asked.Value,
            StartsOn = start,
            Ground = asked.Ground.Trim(),
            Source = new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            RecordedBy = caller,
            RecordedAt = now,
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
            setting.RuleFor(s => s.Ground).IsLine(CatalogueMapping.MostGroundCharacters);
            setting.RuleFor(s => s.Source).NotNull();
            setting.RuleFor(s => s.Source).SetValidator(new SourceValidator());
        });
    }
}
