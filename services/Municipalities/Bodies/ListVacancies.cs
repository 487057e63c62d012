using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>The seats that nobody fills on a day, by body and number.</summary>
internal sealed class ListVacancies(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<ListVacanciesResponse> RunAsync(ListVacanciesRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var query = VacantOn(day);
        if (request.RegionId.Length > 0)
            query = query.Where(s => db.Set<Body>().Any(b => b.Id == EF.Property<string>(s, SeatConfiguration.BodyId) && b.RegionId == request.RegionId));
        if (PageToken.Read(request, request.PageToken, parts: 2) is [var body, var text])
        {
            var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : throw PageToken.Invalid();
            query = query.Where(s => EF.Functions.GreaterThan(
                ValueTuple.Create(EF.Property<string>(s, SeatConfiguration.BodyId), s.Number), ValueTuple.Create(body, number)));
        }

        var page = await query.OrderBy(s => EF.Property<string>(s, SeatConfiguration.BodyId)).ThenBy(s => s.Number).Take(size + 1)
            .Include(s => s.Holders).AsSplitQuery()
            .Select(s => new { BodyId = EF.Property<string>(s, SeatConfiguration.BodyId), Seat = s }).ToListAsync(ct);
        var response = new ListVacanciesResponse();
        response.Vacancies.AddRange(page.Take(size).Select(v => new Vacancy
        {
            BodyId = v.BodyId,
            Seat = v.Seat.ToProto(day),
            VacantSince = v.Seat.VacantSince(day).ToProto(),
        }));
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].BodyId, page[size - 1].Seat.Number.ToString(CultureInfo.InvariantCulture));
        return response;
    }

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
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
