using System.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Emergencies;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Cases;

/// <summary>Shows a file, as much of it as the caller's role needs. The line in the read log is committed before the answer leaves.</summary>
internal sealed class GetCase(ExpertTableDbContext db, CaseFiles files, ConsentFiles consents, EmergencyFiles emergencies, ReadLog log, TimeProvider time)
{
    public async Task<GetCaseResponse> RunAsync(GetCaseRequest request, Caller caller, CancellationToken ct)
    {
        // One view of the database: the parts of a file are read by several statements.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var id = Guid.ParseExact(request.Id, "D");
        var (scope, isEmergency) = await emergencies.ScopeAsync(caller, id, ct);
        var (found, file, view) = await files.FindAsync(scope, id, ct) ?? throw CaseScope.Unknown();
        var ground = isEmergency ? Reads.LegalGround.Emergency : request.Ground.ToDomain<Reads.LegalGround>() ?? Reads.LegalGround.StatutoryTask;
        if (ground == Reads.LegalGround.Consent)
            await consents.RequireConsentAsync(found, time.DutchToday(), ct);
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(GetCase), request.Purpose.ToDomain<Reads.ReadPurpose>()!.Value, ground);
        await log.WriteAsync(reader, found.Pseudonyms.Select(p => (found.Id, p)), ct);
        await transaction.CommitAsync(ct);
        return new GetCaseResponse { Case = file.ToProto(view, time.GetUtcNow()) };
    }
}

internal sealed class GetCaseValidator : AbstractValidator<GetCaseRequest>
{
    public GetCaseValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Purpose)
            .Must(p => p is V1.ReadPurpose.Treatment or V1.ReadPurpose.Sitting or V1.ReadPurpose.Decision or V1.ReadPurpose.Oversight)
            .WithMessage("Say why the file is read: treatment, sitting, decision or oversight.");
        RuleFor(r => r.Ground)
            .Must(g => g == V1.LegalGround.Unspecified || g.ToDomain<Reads.LegalGround>() is not null)
            .WithMessage("Give a ground that exists, or leave it out.");
    }
}
