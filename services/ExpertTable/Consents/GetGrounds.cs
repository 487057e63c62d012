using System.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Consents;

/// <summary>What carries each purpose on a day, and what each person said. The case is in the read log first.</summary>
internal sealed class GetGrounds(ExpertTableDbContext db, ConsentFiles consents, ReadLog log, TimeProvider time)
{
    public async Task<GetGroundsResponse> RunAsync(GetGroundsRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.ToChange(caller);
        var id = Guid.ParseExact(request.Id, "D");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var file = await scope.Visible(db.Set<Case>().AsNoTracking().Include(c => c.Siblings)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseScope.Unknown();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(GetGrounds), Reads.ReadPurpose.Treatment);
        await log.WriteAsync(reader, file.Pseudonyms.Select(p => (file.Id, p)), ct);
        var opened = await consents.OpenAsync(id, ct);
        var children = await consents.ChildrenAsync(file, ct);
        await transaction.CommitAsync(ct);
        var day = request.Day?.ToDateOnly() ?? time.DutchToday();
        return new GetGroundsResponse { Grounds = { Enum.GetValues<ConsentPurpose>().Select(p => opened.On(day, p, children).ToProto()) } };
    }
}

internal sealed class GetGroundsValidator : AbstractValidator<GetGroundsRequest>
{
    public GetGroundsValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Day).IsDayOrAbsent();
    }
}
