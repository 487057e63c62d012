using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Retention;

/// <summary>Takes the children out of lines of the read log, and the texts out of consultations, whose term has passed.</summary>
internal sealed class DestroyDueRecords(ExpertTableDbContext db, CaseChanges changes, TermReader terms, ReadLogSeal seal, ReadLogBlank blank)
{
    /// <summary>So many at once that a call ends in time; who has more calls again.</summary>
    public const int MostAtOnce = 5000;

    public async Task<DestroyDueRecordsResponse> RunAsync(DestroyDueRecordsRequest request, Caller caller, CancellationToken ct)
    {
        var kind = request.Kind.ToDomain<RecordKind>()!.Value;
        // These are records of the whole table, and who keeps what is of one municipality alone does not keep them.
        if (caller.Municipality is not null)
            throw new DomainException(CommonRules.OtherPartyData);
        if (kind == RecordKind.ReadLog)
            await seal.LinkAsync(ct);
        return await changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            async token =>
            {
                var act = changes.Now(caller);
                var due = new DueRecordReader(db, await terms.ReadAsync(token), act.Day);
                var count = kind == RecordKind.ReadLog
                    ? await blank.SomeAsync(due.Reads(CaseScope.OfKeeper(caller).Visible(db.Set<Case>())), token)
                    : await DestroyConsultationsAsync(due, act, token);
                return new DestroyDueRecordsResponse { DestroyedCount = count, More = count == MostAtOnce };
            },
            ct);
    }

    private static async Task<int> DestroyConsultationsAsync(DueRecordReader due, Act act, CancellationToken ct)
    {
        var found = await due.Consultations().OrderBy(c => c.Id).Take(MostAtOnce).ToListAsync(ct);
        foreach (var consultation in found)
            consultation.DestroyTexts(act);
        return found.Count;
    }
}

internal sealed class DestroyDueRecordsValidator : AbstractValidator<DestroyDueRecordsRequest>
{
    public DestroyDueRecordsValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Kind)
            .Must(k => k.ToDomain<RecordKind>() is RecordKind.ReadLog or RecordKind.Consultation)
            .WithMessage("Say what is destroyed: the read log or consultations; a case is destroyed one by one (DestroyCase).");
    }
}
