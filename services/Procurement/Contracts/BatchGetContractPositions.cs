using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Contracts;

/// <summary>What is contracted for many municipalities, products and days, in one question to Municipalities and one to the database.</summary>
internal sealed class BatchGetContractPositions(ProcurementDbContext db, Buyers buyers, TimeProvider time)
{
    public const int MostKeys = 500;

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
                request.Keys.Select((key, place) => new ContractPosition { Key = key, Lines = { found[place] } }),
            },
        };
    }

    private static List<Question> Questions(
        BatchGetContractPositionsRequest request, List<DateOnly> days, IReadOnlyList<IReadOnlyList<string>> regions) =>
    [
        .. request.Keys.SelectMany((key, place) => regions[place].Append(key.MunicipalityId)
            .Select(buyer => new Question(place, key.ProductId, buyer, days[place]))),
    ];

    private async Task<ILookup<int, ContractedLine>> FindAsync(List<Question> questions, ProviderScope scope, CancellationToken ct)
    {
        int[] places = [.. questions.Select(q => q.Place)];
        string[] products = [.. questions.Select(q => q.ProductId)];
        string[] asked = [.. questions.Select(q => q.BuyerId)];
        DateOnly[] days = [.. questions.Select(q => q.Day)];
        var hits = await db.Database.SqlQuery<Hit>(
            $"""
             select q.place as "Place", l.id as "LineId", l.contract_id as "ContractId", l.provider_id as "ProviderId"
             from unnest({places}, {products}, {asked}, {days}) as q (place, product_id, buyer_id, day)
             join contract_line l on l.product_id = q.product_id and l.buyer_id = q.buyer_id and l.active @> q.day
             where {scope.ProviderId}::uuid is null or l.provider_id = {scope.ProviderId}::uuid
             order by q.place, l.provider_id, l.id
             """).ToListAsync(ct);
        Guid[] ids = [.. hits.Select(hit => hit.LineId).Distinct()];
        var lines = await db.Set<ContractLine>().AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, ct);
        return hits.ToLookup(hit => hit.Place, hit => new ContractedLine
        {
            ContractId = hit.ContractId.ToString("D"),
            ProviderId = hit.ProviderId.ToString("D"),
            Line = lines[hit.LineId].ToProto(),
        });
    }

    private sealed record Question(int Place, string ProductId, string BuyerId, DateOnly Day);

    private sealed record Hit(int Place, Guid LineId, Guid ContractId, Guid ProviderId);
}

internal sealed class BatchGetContractPositionsValidator : AbstractValidator<BatchGetContractPositionsRequest>
{
    public BatchGetContractPositionsValidator()
    {
        RuleFor(r => r.Keys).Must(keys => keys.Count is > 0 and <= BatchGetContractPositions.MostKeys)
            .WithMessage($"Give 1 to {BatchGetContractPositions.MostKeys} keys.");
        RuleForEach(r => r.Keys).ChildRules(key =>
        {
            key.RuleFor(k => k.MunicipalityId).IsMunicipalityId();
            key.RuleFor(k => k.ProductId).IsLine(Catalogue.CatalogueMapping.MostCodeCharacters);
            key.RuleFor(k => k.AsOf).IsDayOrAbsent();
        }).When(r => r.Keys.Count <= BatchGetContractPositions.MostKeys);
    }
}
