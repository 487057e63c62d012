using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>The seats that nobody fills on a day, by body and number.</summary>
internal sealed class ListVacancies(MunicipalitiesDbContext db, KnownThen known, TimeProvider time)
{
    public async Task<ListVacanciesResponse> RunAsync(ListVacanciesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        if (request.KnownAt is not null)
            return await KnownThenAsync(request, size, day, ct);
        var query = VacantOn(day);
        if (request.RegionId.Length > 0)
            query = query.Where(s => db.Set<Body>().Any(b => b.Id == EF.Property<string>(s, SeatConfiguration.BodyId) && b.RegionId == request.RegionId));
        if (PageToken.Read(request, request.PageToken, parts: 2) is [var body, var text])
        {
            var number = Number(text);
            query = query.Where(s => EF.Functions.GreaterThan(
                ValueTuple.Create(EF.Property<string>(s, SeatConfiguration.BodyId), s.Number), ValueTuple.Create(body, number)));
        }

        var page = await query.OrderBy(s => EF.Property<string>(s, SeatConfiguration.BodyId)).ThenBy(s => s.Number).Take(size + 1)
            .Include(s => s.Holders).AsSplitQuery()
            .Select(s => new { BodyId = EF.Property<string>(s, SeatConfiguration.BodyId), Seat = s }).ToListAsync(ct);
        var response = new ListVacanciesResponse();
        response.Vacancies.AddRange(page.Take(size).Select(v => ToProto(v.BodyId, v.Seat, day)));
        if (page.Count > size)
            response.NextPageToken = After(request, page[size - 1].BodyId, page[size - 1].Seat);
        return response;
    }

    // Of a moment in the past bodies are read whole, as they were kept.
    private async Task<ListVacanciesResponse> KnownThenAsync(ListVacanciesRequest request, int size, DateOnly day, CancellationToken ct)
    {
        var bodies = known.Bodies(request.KnownAt);
        if (request.RegionId.Length > 0)
            bodies = bodies.Where(b => b.RegionId == request.RegionId);
        var vacant = (await known.ReadAsync(bodies, request.KnownAt, ct))
            .SelectMany(b => b.Seats.Where(s => s.Validity.Contains(day) && s.HolderOn(day) is null).Select(s => (BodyId: b.Id, Seat: s)))
            .OrderBy(v => v.BodyId, StringComparer.Ordinal).ThenBy(v => v.Seat.Number);
        var after = PageToken.Read(request, request.PageToken, parts: 2) is [var body, var text] ? (body, Number(text)) : ("", 0);
        var page = vacant.Where(v => IsAfter((v.BodyId, v.Seat.Number), after)).Take(size + 1).ToList();
        var response = new ListVacanciesResponse { Vacancies = { page.Take(size).Select(v => ToProto(v.BodyId, v.Seat, day)) } };
        if (page.Count > size)
            response.NextPageToken = After(request, page[size - 1].BodyId, page[size - 1].Seat);
        return response;
    }

    private static bool IsAfter((string BodyId, int Number) one, (string BodyId, int Number) other) =>
        string.CompareOrdinal(one.BodyId, other.BodyId) is var order && (order > 0 || (order == 0 && one.Number > other.Number));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw PageToken.Invalid();

    private static string After(ListVacanciesRequest request, string bodyId, Seat seat) =>
        PageToken.After(request, bodyId, seat.Number.ToString(CultureInfo.InvariantCulture));

    private static Vacancy ToProto(string bodyId, Seat seat, DateOnly day) =>
        new() { BodyId = bodyId, Seat = seat.ToProto(day), VacantSince = seat.VacantSince(day).ToProto() };

    private IQueryable<Seat> VacantOn(DateOnly day) => db.Set<Seat>().FromSql($"""
        select s.* from body_seat s where s.validity @> {day} and not exists (
            select from seat_holder h where h.body_id = s.body_id and h.seat_number = s.number and h.validity @> {day})
        """).AsNoTracking();
}

internal sealed class ListVacanciesValidator : AbstractValidator<ListVacanciesRequest>
{
    public ListVacanciesValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
