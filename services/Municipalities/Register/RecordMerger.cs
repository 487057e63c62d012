using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Records that municipalities go over into another on a day, with their memberships and seats.</summary>
internal sealed class RecordMerger(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordMergerResponse> RunAsync(RecordMergerRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordMergerResponse> RecordAsync(RecordMergerRequest request, Moment moment, CancellationToken ct)
    {
        var on = request.EffectiveDate.ToDateOnly();
        var ended = await EndedAsync(request.EndedMunicipalityIds, ct);
        var successor = request.Successor.Name.Length > 0
            ? await SucceedingAsync(request, ended, on, ct)
            : await ExistingAsync(request.Successor.Id, on, ct);
        for (var i = 0; i < ended.Count; i++)
        {
            var memberships = ended[i].GoOver(successor.Id, on, $"ended_municipality_ids[{i}]");
            await db.KeepMembershipsAsync(ended[i], memberships, moment.Now, ct);
        }

        if (request.Successor.Name.Length > 0)
            await db.KeepMembershipsAsync(successor, successor.Memberships, moment.Now, ct);
        await MoveSeatsAsync(ended, successor, on, ct);
        var register = await AfterAsync(successor, ct);
        return new RecordMergerResponse { Successor = register.ToProto(successor, on), Ended = { ended.Select(m => register.ToProto(m, on)) } };
    }

    // Locked in one order, so that two mergers never wait for each other; answered in the order asked.
    private async Task<List<Municipality>> EndedAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var found = new Dictionary<string, Municipality>();
        foreach (var (id, place) in ids.Select((id, place) => (id, place)).OrderBy(asked => asked.id, StringComparer.Ordinal))
            found[id] = await db.MunicipalityToChangeAsync(id, $"ended_municipality_ids[{place}]", ct);
        return [.. ids.Select(id => found[id])];
    }

    private async Task<Municipality> ExistingAsync(string id, DateOnly on, CancellationToken ct)
    {
        var successor = await db.MunicipalityToChangeAsync(id, "successor.id", ct);
        successor.RequireThere(on, "successor.id");
        return successor;
    }

    private async Task<Municipality> SucceedingAsync(RecordMergerRequest request, List<Municipality> ended, DateOnly on, CancellationToken ct)
    {
        if (await db.Set<Municipality>().AnyAsync(m => m.Id == request.Successor.Id, ct))
            throw new DomainException(RegisterRules.MunicipalityKnown, "successor.id");
        var regions = await db.Set<Region>().AsNoTracking().ToDictionaryAsync(r => r.Id, ct);
        var named = request.RegionIds
            .Select((id, i) => regions.GetValueOrDefault(id) ?? throw new DomainException(RegisterRules.RegionUnknown, $"region_ids[{i}]"))
            .ToList();
        // Its place in lists is after those that were there, so that theirs does not change.
        var rank = await db.Set<Municipality>().MaxAsync(m => m.Rank, ct) + 1;
        var successor = Municipality.Succeeding(
            request.Successor.Id, request.Successor.Name.Trim(), rank, request.Source.ToDomain(), on, Merger.RegionsOfNew(ended, named, on, regions));
        db.Add(successor);
        return successor;
    }

    /// <summary>The municipalities as they are with what is recorded here.</summary>
    private async Task<RegisterSnapshot> AfterAsync(Municipality successor, CancellationToken ct)
    {
        var stored = await db.Set<Municipality>().Include(m => m.YouthCounts).Include(m => m.Memberships).AsSplitQuery().ToListAsync(ct);
        return new RegisterSnapshot(stored.Union([successor]), regions: [], keys: []);
    }

    private async Task MoveSeatsAsync(List<Municipality> ended, Municipality successor, DateOnly on, CancellationToken ct)
    {
        var ids = ended.Select(m => m.Id).ToArray();
        var bodies = await db.Database.SqlQuery<string>(
            $"select distinct body_id as \"Value\" from body_seat where municipality_id = any({ids}) and not validity << daterange({on}, null)").ToListAsync(ct);
        foreach (var id in bodies.Order(StringComparer.Ordinal))
        {
            var body = await db.BodyToChangeAsync(id, etag: "", ct);
            foreach (var municipality in ended)
                body.GoOver(municipality, successor, on);
        }
    }
}

internal sealed class RecordMergerValidator : AbstractValidator<RecordMergerRequest>
{
    public const int MostEnded = 20;

    public RecordMergerValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.EffectiveDate).IsDay();
        RuleFor(r => r.EndedMunicipalityIds).Must(ids => ids.Count is > 0 and <= MostEnded).WithMessage($"Name 1 to {MostEnded} municipalities.")
            .Must(ids => ids.Distinct().Count() == ids.Count).WithMessage("Name each municipality once.");
        RuleForEach(r => r.EndedMunicipalityIds).IsMunicipalityId();
        RuleFor(r => r.Successor).NotNull();
        RuleForEach(r => r.RegionIds).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.Source).IsNamedSource();
        When(r => r.Successor is not null, () =>
        {
            RuleFor(r => r.Successor.Id).IsMunicipalityId();
            RuleFor(r => r.Successor.Id).Must((r, id) => !r.EndedMunicipalityIds.Contains(id)).WithMessage("A municipality does not go over into itself.");
            RuleFor(r => r.Successor.Name).IsLineOrEmpty(BodyFieldRules.MostNameCharacters);
            RuleFor(r => r.RegionIds).Empty().When(r => r.Successor.Name.Length == 0)
                .WithMessage("A municipality that is there keeps its regions; name regions only for a new one.");
        });
    }
}
