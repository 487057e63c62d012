using System.Globalization;
using System.Reflection;

namespace Regio.StandIns.Tests.Metadata;

/// <summary>Types as C# writes them, without regard to what is imported.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> s_words = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>With its namespace and what it is nested in.</summary>
    public static string Full(Type type)
    {
        var own = type.GetGenericArguments();
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var around = type.DeclaringType is { } outer ? $"{Full(outer)}." : type.Namespace is { } space ? $"{space}." : "";
        var name = type.Name.Split('`')[0];
        var arguments = own.Skip(inherited).Select(Of).ToArray();
        return around + name + (arguments.Length > 0 ? $"<{string.Join(", ", arguments)}>" : "");
    }

    public static string Of(Type type)
    {
        if (type.IsByRef)
            return Of(type.GetElementType()!);
        if (type.IsArray)
            return $"{Of(type.GetElementType()!)}[]";
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Of(value)}?";
        return s_words.TryGetValue(type, out var word) ? word : Full(type);
    }

    public static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters.Where(p => p.IsGenericParameter).Select(Constraint));

    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Constraint(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        List<string> demands = [];
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            demands.Add("class");
        if (flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            demands.Add("struct");
        demands.AddRange(parameter.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(Of).Order(StringComparer.Ordinal));
        if (flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            demands.Add("new()");
        return demands.Count > 0 ? $" where {parameter.Name} : {string.Join(", ", demands)}" : "";
    }
}
