using FluentValidation;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Grpc.Watches;

namespace Regio.Procurement.Contracts;

/// <summary>Streams contracts as they change, from the moment its headers are sent.</summary>
internal sealed class WatchContracts(ChangeFeed<Contract> feed, IServiceScopeFactory scopes)
{
    public async Task RunAsync(
        WatchContractsRequest request, ProviderScope scope, string caller, Func<Task> started, IAsyncStreamWriter<WatchContractsResponse> answers, CancellationToken ct)
    {
        var wanted = request.ProviderId.Length > 0 ? Guid.ParseExact(request.ProviderId, "D") : (Guid?)null;
        using var watch = await feed.WatchAsync(caller, ct);
        await started();
        await foreach (var id in watch.ReadAsync(ct))
        {
            if (await FindAsync(Guid.Parse(id), wanted, scope, ct) is { } contract)
                await answers.WriteAsync(new WatchContractsResponse { Contract = contract.ToProto() }, ct);
        }
    }

    // A connection is held for each change and not for the whole of the watch.
    private async Task<Contract?> FindAsync(Guid id, Guid? wanted, ProviderScope scope, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<ProcurementDbContext>();
        return await db.VisibleTo(scope).Include(c => c.Lines).Include(c => c.Addenda)
            .SingleOrDefaultAsync(c => c.Id == id && (wanted == null || c.ProviderId == wanted), ct);
    }
}

internal sealed class WatchContractsValidator : AbstractValidator<WatchContractsRequest>
{
    public WatchContractsValidator() => RuleFor(r => r.ProviderId).IsUuid().When(r => r.ProviderId.Length > 0);
}
