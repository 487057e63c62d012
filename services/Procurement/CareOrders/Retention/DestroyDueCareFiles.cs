using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Retention;

/// <summary>Destroys the files of care messages whose term has passed, and cuts the link to those clients about whom none is left.</summary>
internal sealed class DestroyDueCareFiles(
    ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, CareMessageReader messages, DueCareFiles files, TimeProvider time)
{
    /// <summary>So many at once that a call ends in time; who has more calls again.</summary>
    public const int MostAtOnce = 1000;

    // Claims may be large.
    private const long MostBytesAtOnce = 256 * 1024 * 1024;
    private const string Rpc = "regio.procurement.v1.CareOrderService/DestroyDueCareFiles";

    public async Task<DestroyDueCareFilesResponse> RunAsync(DestroyDueCareFilesRequest request, Caller caller, CancellationToken ct)
    {
        // These are the files of all: who keeps what is of one party alone does not keep them.
        if ((await messages.PartyAsync(caller, ct)).Code is not null)
            throw new DomainException(CommonRules.OtherPartyData);
        return await requests.RunAsync(Rpc, caller.Subject, request.RequestId, request, DestroyAsync, ct);
    }

    private async Task<DestroyDueCareFilesResponse> DestroyAsync(CancellationToken ct)
    {
        var today = time.DutchToday();
        var found = await files.Due(today, await files.SettingAsync(today, ct))
            .OrderBy(message => message.ReceivedAt).ThenBy(message => message.Id).Take(MostAtOnce).Select(message => new { message.Id, message.SizeBytes }).ToListAsync(ct);
        var bytes = 0L;
        Guid[] due = [.. found.TakeWhile((message, index) => (bytes += message.SizeBytes) <= MostBytesAtOnce || index == 0).Select(message => message.Id)];
        // The database lets pieces go only once their message says that it is destroyed.
        var destroyed = await db.Database.ExecuteSqlAsync(
            $"update care_message set destroyed_on = {today}, key_id = '', sealed_number = null where id = any({due}) and destroyed_on is null", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
             delete from care_file_piece where file_id in (
                 select id from care_message where id = any({due}) union all
                 select answer_file_id from care_message where id = any({due}) and answer_file_id is not null)
             """,
            ct);
        var (clients, unlinked) = await CutLinksAsync(ct);
        return new DestroyDueCareFilesResponse
        {
            DestroyedCount = destroyed,
            UnlinkedClientCount = unlinked,
            More = due.Length < found.Count || found.Count == MostAtOnce || clients == MostAtOnce,
        };
    }

    // A client of whom a message is being taken in is passed over. Whoever tells of a client whose link is being cut waits, and finds nobody.
    private async Task<(int Found, int Cut)> CutLinksAsync(CancellationToken ct)
    {
        Guid[] locked =
        [
            .. await db.Database.SqlQuery<Guid>(
                $"""
                 select id as "Value" from care_client where number_hash is not null and not care_client_has_files(id)
                 order by id limit {MostAtOnce} for update skip locked
                 """).ToListAsync(ct),
        ];
        // Looked at again now that they are locked: a message may have been taken in meanwhile.
        return (locked.Length, await db.Database.ExecuteSqlAsync(
            $"update care_client set number_hash = null where id = any({locked}) and not care_client_has_files(id)", ct));
    }
}

internal sealed class DestroyDueCareFilesValidator : AbstractValidator<DestroyDueCareFilesRequest>
{
    public DestroyDueCareFilesValidator() => RuleFor(r => r.RequestId).IsUuid();
}
