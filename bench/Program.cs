Console.Error.WriteLine("usage: noroshi bench observatory");
return 2;
