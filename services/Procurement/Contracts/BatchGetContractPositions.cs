using FluentValidation;
using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Contracts;

/// <summary>What is contracted for many municipalities, products, providers and days, in one statement to the database.</summary>
internal sealed class BatchGetContractPositions(ProcurementDbContext db, Buyers buyers, TimeProvider time)
{
    public const int MostKeys = 10_000;
    public const int MostWithoutProvider = 500;

    public async Task<BatchGetContractPositionsResponse> RunAsync(
        BatchGetContractPositionsRequest request, ProviderScope scope, CancellationToken ct)
    {
        var days = request.Keys.Select(key => AsOf.OrToday(key.AsOf, time)).ToList();
        var regions = await buyers.RegionsAsync([.. request.Keys.Zip(days, (key, day) => (key.MunicipalityId, day))], ct);
        var found = await FindAsync(Questions(request, days, regions), scope, ct);
        return new BatchGetContractPositionsResponse
        {
            Positions =
            {
                request.Keys.Select((key, place) => new ContractPosition { Key = key, Lines = { found[place].Select(ToProto) } }),
            },
        };
    }

    private static List<Question> Questions(
        BatchGetContractPositionsRequest request, List<DateOnly> days, IReadOnlyList<IReadOnlyList<string>> regions) =>
    [
        .. request.Keys.SelectMany((key, place) => regions[place].Append(key.MunicipalityId)
            .Select(buyer => new Question(
                place, key.ProductId, buyer, key.ProviderId.Length > 0 ? Guid.ParseExact(key.ProviderId, "D") : null, days[place]))),
    ];

    // With and without provider apart, so that both are joined by equality on an index. With a provider the days are
    // compared apart, so that it is ix_contract_line_active_days: with a range the plan made without knowing how many are asked
    // takes the index of the exclusion, which is five times slower to search.
    private async Task<ILookup<int, Hit>> FindAsync(List<Question> questions, ProviderScope scope, CancellationToken ct)
    {
        int[] places = [.. questions.Select(q => q.Place)];
        string[] products = [.. questions.Select(q => q.ProductId)];
        string[] asked = [.. questions.Select(q => q.BuyerId)];
        Guid?[] providers = [.. questions.Select(q => q.ProviderId)];
        DateOnly[] days = [.. questions.Select(q => q.Day)];
        var hits = await db.Database.SqlQuery<Hit>(
            $"""
             with asked as materialized (
                 select * from unnest({places}, {products}, {asked}, {providers}, {days}) as q (place, product_id, buyer_id, provider_id, day)
             ), held as (
                 select q.place, q.day, l.*
                 from asked q
                 join contract_line l on l.product_id = q.product_id and l.buyer_id = q.buyer_id and l.provider_id = q.provider_id
                 where l.active is not null and lower(l.active) <= q.day and q.day < coalesce(upper(l.active), 'infinity')
                 union all
                 select q.place, q.day, l.*
                 from asked q
                 join contract_line l on l.product_id = q.product_id and l.buyer_id = q.buyer_id
                 where q.provider_id is null and l.active @> q.day
             )
             select h.place as "Place", h.id as "LineId", h.contract_id as "ContractId", h.provider_id as "ProviderId",
                    h.product_id as "ProductId", h.buyer_id as "BuyerId", h.scale as "Scale", h.unit as "Unit", t.cents as "TariffCents",
                    lower(h.validity) as "ValidFrom", upper(h.validity) as "ValidUntil",
                    h.scale_exception as "ScaleException", h.exception_ground as "ExceptionGround", h.lot as "Lot", h.location as "Location"
             from held h
             join tariff t on t.line_id = h.id and t.in_force @> h.day
             where {scope.ProviderId}::uuid is null or h.provider_id = {scope.ProviderId}::uuid
             order by h.place, h.provider_id, h.id
             """).ToListAsync(ct);
        return hits.ToLookup(hit => hit.Place);
    }

    private static ContractedLine ToProto(Hit hit) => new()
    {
        ContractId = hit.ContractId.ToString("D"),
        ProviderId = hit.ProviderId.ToString("D"),
        Line = new V1.ContractLine
        {
            Id = hit.LineId.ToString("D"),
            ProductId = hit.ProductId,
            BuyerId = hit.BuyerId,
            Scale = (V1.Scale)Enum.Parse<Catalogue.Scale>(hit.Scale),
            Unit = (V1.TariffUnit)Enum.Parse<Catalogue.TariffUnit>(hit.Unit),
            TariffCents = hit.TariffCents,
            Period = new Validity(hit.ValidFrom, hit.ValidUntil).ToProto(),
            ScaleException = hit.ScaleException is { } exception ? (V1.ScaleException)Enum.Parse<ScaleException>(exception) : V1.ScaleException.Unspecified,
            ExceptionGround = hit.ExceptionGround,
            Lot = hit.Lot,
            Location = hit.Location,
        },
    };

    private sealed record Question(int Place, string ProductId, string BuyerId, Guid? ProviderId, DateOnly Day);

    private sealed record Hit(
        int Place,
        Guid LineId,
        Guid ContractId,
        Guid ProviderId,
        string ProductId,
        string BuyerId,
        string Scale,
        string Unit,
        long TariffCents,
        DateOnly ValidFrom,
        DateOnly? ValidUntil,
        string? ScaleException,
        string ExceptionGround,
        string Lot,
        string Location);
}

/// <summary>Looks at ten thousand keys by plain comparison: a validator for each would take longer than the answer.</summary>
internal sealed class BatchGetContractPositionsValidator : AbstractValidator<BatchGetContractPositionsRequest>
{
    private const int MostFailures = 20;

    public BatchGetContractPositionsValidator()
    {
        RuleFor(r => r.Keys).Must(keys => keys.Count is > 0 and <= BatchGetContractPositions.MostKeys)
            .WithMessage($"Give 1 to {BatchGetContractPositions.MostKeys} keys.");
        RuleFor(r => r.Keys).Must(keys => keys.Count(key => key.ProviderId.Length == 0) <= BatchGetContractPositions.MostWithoutProvider)
            .WithMessage($"Give at most {BatchGetContractPositions.MostWithoutProvider} keys without provider.")
            .When(r => r.Keys.Count <= BatchGetContractPositions.MostKeys);
        RuleFor(r => r.Keys).Custom((keys, context) =>
        {
            foreach (var failure in keys.SelectMany(Failures).Take(MostFailures))
                context.AddFailure(failure);
        }).When(r => r.Keys.Count <= BatchGetContractPositions.MostKeys);
    }

    private static IEnumerable<ValidationFailure> Failures(ContractPositionKey key, int place)
    {
        if (!MunicipalityId.IsWellFormed(key.MunicipalityId))
            yield return Failure(place, nameof(key.MunicipalityId), $"Give a municipality id of the form {MunicipalityId.Form}.");
        if (key.ProductId.Length is 0 or > CatalogueMapping.MostCodeCharacters || key.ProductId.Any(char.IsControl))
            yield return Failure(place, nameof(key.ProductId), $"Give a text of 1 to {CatalogueMapping.MostCodeCharacters} characters without control characters.");
        if (key.ProviderId.Length > 0 && !Guid.TryParseExact(key.ProviderId, "D", out _))
            yield return Failure(place, nameof(key.ProviderId), "Give the UUID of a provider, or leave it empty.");
        if (key.AsOf is { } date && (!date.TryToDateOnly(out var day) || day < RequestRules.EarliestDay || day > RequestRules.LatestDay))
            yield return Failure(place, nameof(key.AsOf), "Give an existing day from 1900-01-01 to 2100-12-31 with year, month and day, or leave it out for today.");
    }

    private static ValidationFailure Failure(int place, string field, string message) => new($"Keys[{place}].{field}", message);
}
