using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc.Watches;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Shows the outline of each case that the caller sees when it changes. Each one shown is in the read log first.</summary>
internal sealed class WatchCases(ChangeFeed<Case> feed, IServiceScopeFactory scopes)
{
    public async Task RunAsync(Caller caller, IServerStreamWriter<WatchCasesResponse> stream, ServerCallContext context)
    {
        var ct = context.CancellationToken;
        var scope = CaseScope.Of(caller);
        using var watch = await feed.WatchAsync(caller.Subject, ct);
        // From here on nothing is missed, and the headers tell the caller so.
        await context.WriteResponseHeadersAsync([]);
        await foreach (var id in watch.ReadAsync(ct))
        {
            if (await LookAsync(Guid.Parse(id), caller, scope, ct) is { } outline)
                await stream.WriteAsync(new WatchCasesResponse { Case = outline.ToProto() }, ct);
        }
    }

    private async Task<CaseOutline?> LookAsync(Guid id, Caller caller, CaseScope scope, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<ExpertTableDbContext>();
        var outline = await scope.Visible(db.Set<Case>().AsNoTracking()).Where(c => c.Id == id).Outlines().SingleOrDefaultAsync(ct);
        if (outline is null)
            return null;
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(WatchCases), Reads.ReadPurpose.Overview);
        await services.ServiceProvider.GetRequiredService<ReadLog>().WriteAsync(reader, [(outline.Id, outline.SubjectPseudonym)], ct);
        return outline;
    }
}
