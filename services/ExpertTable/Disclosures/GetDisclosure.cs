using System.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Disclosures;

/// <summary>What a wider table was given, word for word. The line in the read log is committed before the answer leaves.</summary>
internal sealed class GetDisclosure(ExpertTableDbContext db, CaseFiles files, ReadLog log)
{
    public async Task<GetDisclosureResponse> RunAsync(GetDisclosureRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.ToChange(caller);
        var disclosure = Guid.ParseExact(request.DisclosureId, "D");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var (found, _, _) = await files.FindAsync(scope, Guid.ParseExact(request.Id, "D"), ct) ?? throw CaseScope.Unknown();
        var entry = (await files.EntriesAsync(found.Id, ct)).SingleOrDefault(e => e.Content is Disclosed given && given.DisclosureId == disclosure)
            ?? throw new DomainException(DisclosureRules.DisclosureUnknown, "disclosure_id");
        await log.WriteAsync(
            new CaseReader(caller.Subject, scope.Role, nameof(GetDisclosure), Reads.ReadPurpose.Treatment), found.Pseudonyms.Select(p => (found.Id, p)), ct);
        await transaction.CommitAsync(ct);
        var given = (Disclosed)entry.Content;
        return new GetDisclosureResponse { Disclosure = DisclosureMapping.ToProto(entry, given), Package = given.Package.ToProto() };
    }
}

internal sealed class GetDisclosureValidator : AbstractValidator<GetDisclosureRequest>
{
    public GetDisclosureValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.DisclosureId).IsUuid();
    }
}
