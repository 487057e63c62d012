using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>A message about an assignment that has not come.</summary>
internal sealed class MissingMessage
{
    public required Guid AssignmentId { get; init; }

    /// <summary>305: a start is missing; 307: a stop is.</summary>
    public required int Kind { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string MunicipalityId { get; init; }

    public required string ProviderAgbCode { get; init; }

    public required long? Number { get; init; }
}

/// <summary>The starts and stops that should have been told before a day, the longest overdue first.</summary>
internal sealed class ListOverdueCare(ProcurementDbContext db, CareMessageReader messages, TimeProvider time)
{
    private const int Start = 305;
    private const int Stop = 307;

    public async Task<ListOverdueCareResponse> RunAsync(ListOverdueCareRequest request, Caller caller, CancellationToken ct)
    {
        var (size, day) = (PageSize.From(request.PageSize), AsOf.OrToday(request.DueBefore, time));
        var party = await messages.PartyAsync(caller, ct);
        var assignments = db.Set<CareAssignment>().AsNoTracking();
        if (party.Code is { } code)
            assignments = assignments.Where(a => a.MunicipalityId == code || a.ProviderAgbCode == code);
        var missing = Missing(assignments, day);
        if (PageToken.Read(request, request.PageToken, parts: 3) is { } key)
        {
            var (due, kind, id) = Last(key);
            missing = missing.Where(m => m.DueOn > due || (m.DueOn == due && (m.Kind > kind || (m.Kind == kind && m.AssignmentId > id))));
        }

        var page = await missing.OrderBy(m => m.DueOn).ThenBy(m => m.Kind).ThenBy(m => m.AssignmentId).Take(size + 1).ToListAsync(ct);
        var response = new ListOverdueCareResponse { Items = { page.Take(size).Select(m => ToProto(m, party)) } };
        if (page.Count > size)
        {
            var last = page[size - 1];
            response.NextPageToken = PageToken.After(
                request, $"{last.DueOn:yyyy-MM-dd}", last.Kind.ToString(CultureInfo.InvariantCulture), last.AssignmentId.ToString("D"));
        }

        return response;
    }

    private static IQueryable<MissingMessage> Missing(IQueryable<CareAssignment> assignments, DateOnly day) => assignments
        .Where(a => a.StartDueOn < day)
        .Select(a => new MissingMessage
        {
            AssignmentId = a.Id,
            Kind = Start,
            DueOn = a.StartDueOn!.Value,
            MunicipalityId = a.MunicipalityId,
            ProviderAgbCode = a.ProviderAgbCode,
            Number = a.Number,
        })
        .Concat(assignments.Where(a => a.StopDueOn < day).Select(a => new MissingMessage
        {
            AssignmentId = a.Id,
            Kind = Stop,
            DueOn = a.StopDueOn!.Value,
            MunicipalityId = a.MunicipalityId,
            ProviderAgbCode = a.ProviderAgbCode,
            Number = a.Number,
        }));

    private static (DateOnly Due, int Kind, Guid Id) Last(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
        && int.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var kind)
        && Guid.TryParseExact(key[2], "D", out var id)
            ? (due, kind, id)
            : throw PageToken.Invalid();

    // The number leads to the client for whoever has the message, and the region has none.
    private static OverdueCare ToProto(MissingMessage missing, CareParty party) => new()
    {
        AssignmentId = missing.AssignmentId.ToString("D"),
        MissingKind = $"JW{missing.Kind}",
        DueDate = missing.DueOn.ToProto(),
        MunicipalityId = missing.MunicipalityId,
        ProviderAgbCode = missing.ProviderAgbCode,
        AssignmentNumber = party.Code is null ? 0 : missing.Number ?? 0,
    };
}

internal sealed class ListOverdueCareValidator : AbstractValidator<ListOverdueCareRequest>
{
    public ListOverdueCareValidator()
    {
        RuleFor(r => r.DueBefore).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
